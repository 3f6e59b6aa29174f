-- A store of schema 1: what an earlier version of this program wrote.
PRAGMA application_id = 1397706821;
PRAGMA user_version = 1;
CREATE TABLE definitions (
    digest TEXT PRIMARY KEY NOT NULL,
    sop TEXT NOT NULL,
    title TEXT NOT NULL,
    zone TEXT NOT NULL,
    text TEXT NOT NULL,
    unit_text TEXT
);
CREATE TABLE cases (
    id TEXT PRIMARY KEY NOT NULL,
    sop TEXT NOT NULL,
    procedure TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES definitions (digest),
    opened_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'rejected', 'withdrawn', 'suspended')),
    open_steps TEXT NOT NULL, -- JSON: [[step, since], ...]
    ended TEXT,               -- key of the end
    head TEXT NOT NULL        -- hash of the last event
) WITHOUT ROWID;
CREATE TABLE events (
    case_id TEXT NOT NULL REFERENCES cases (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    step TEXT,
    actor TEXT,
    person TEXT NOT NULL,
    answer TEXT,
    note TEXT,
    opens TEXT NOT NULL,      -- JSON: [step, ...]
    ended TEXT,
    status TEXT NOT NULL,
    definition TEXT,
    hash TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
) WITHOUT ROWID;
CREATE TABLE tasks (
    case_id TEXT NOT NULL REFERENCES cases (id),
    step TEXT NOT NULL,
    actor TEXT NOT NULL,
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    activity TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (actor, case_id, step)
) WITHOUT ROWID;
CREATE TABLE counters (
    sop TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (sop, year)
) WITHOUT ROWID;
INSERT INTO definitions VALUES ('d7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'izin-reklame', 'Izin Reklame', 'Asia/Makassar', 'sop: 1
id: izin-reklame
title: Izin Reklame
unit: contoh/layanan
requirements:
  - id: gambar
    text: Gambar reklame
actors:
  pemohon: {name: Pemohon, external: true}
  petugas: {name: Petugas Loket}
  kepala: {name: Kepala Bidang}
  sekretaris: {name: Sekretaris Bidang}
steps:
  - id: ajukan
    actor: pemohon
    activity: Mengajukan permohonan izin
  - id: periksa
    actor: petugas
    activity: Memeriksa kelengkapan berkas
    input: [berkas permohonan]
    time: 1 hari kerja
    output: berkas diperiksa
    decision:
      question: Apakah berkas lengkap?
      branches:
        - answer: Lengkap
        - answer: Kurang
          to: ajukan
        - answer: Ditolak
          end: ditolak
  - id: tinjau
    actor: petugas
    activity: Meninjau lokasi
    optional: lokasi belum dikenal
  - id: tandatangani
    actor: kepala
    with: [sekretaris]
    activity: Menandatangani surat izin
  - id: serahkan
    actor: petugas
    activity: Menyerahkan surat izin
ends:
  ditolak:
    status: rejected
    text: Permohonan ditolak
    document: surat penolakan
sla: {within: 3 hari kerja}
fee: {free: true}
products: [Surat izin reklame]
complaints:
  channels:
    - {kind: in_person, procedure: langsung}
  procedures:
    - id: langsung
      title: Pengaduan Langsung
      steps:
        - id: terima
          actor: petugas
          activity: Menerima pengaduan
', 'unit: 1
id: contoh/layanan
name: Bidang Layanan Contoh
time_zone: Asia/Makassar
');
INSERT INTO cases VALUES ('izin-reklame-2026-0001', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-02T08:00:00.000000Z', '2026-03-02T08:00:00.000000Z', 1, 'open', '[["ajukan","2026-03-02T08:00:00.000000Z"]]', NULL, '2a3e5735707d74fcf5d3505410f7215ccf61f1679a8abb3d135c97df52a465f4');
INSERT INTO cases VALUES ('izin-reklame-2026-0002', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-02T22:00:00.000002Z', '2026-03-03T12:00:00.000004Z', 2, 'open', '[["periksa","2026-03-03T12:00:00.000004Z"]]', NULL, '608fb2dff325cafe951457935988822e9cbeae7addfab7244ca32415e0f72560');
INSERT INTO cases VALUES ('izin-reklame-2026-0003', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-04T02:00:00.000006Z', '2026-03-05T06:00:00.000010Z', 3, 'open', '[["ajukan","2026-03-05T06:00:00.000010Z"]]', NULL, '33427e5eb57443ab41dc331ee7126ec69c9fb21bb4831b7c20b60d2541508395');
INSERT INTO cases VALUES ('izin-reklame-2026-0004', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-05T20:00:00.000012Z', '2026-03-09T08:00:00.000024Z', 7, 'open', '[["serahkan","2026-03-09T08:00:00.000024Z"]]', NULL, '51af4bbc4194277eec98580d99cb1081d16c7522cdfec560c9f566ab4a3810e6');
INSERT INTO cases VALUES ('izin-reklame-2026-0005', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-09T22:00:00.000026Z', '2026-03-09T22:00:00.000026Z', 1, 'open', '[["ajukan","2026-03-09T22:00:00.000026Z"]]', NULL, '9a07430778aad05d15c72351e25c15b10ec7263394e5b0901ae090b3bcd4615b');
INSERT INTO cases VALUES ('izin-reklame-2026-0006', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-10T12:00:00.000028Z', '2026-03-11T02:00:00.000030Z', 2, 'open', '[["periksa","2026-03-11T02:00:00.000030Z"]]', NULL, 'd61b5f39f9b28165816ea22b768e2eb925b3dd55d4d0855be25fcce318c18d7b');
INSERT INTO cases VALUES ('izin-reklame-2026-0007', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-11T16:00:00.000032Z', '2026-03-12T20:00:00.000036Z', 3, 'open', '[["ajukan","2026-03-12T20:00:00.000036Z"]]', NULL, '6d24d11422649b415e1d9eab19cc9ebbad6dc3af9fcabda952016a0b4e2a7f03');
INSERT INTO cases VALUES ('izin-reklame-2026-0008', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-13T10:00:00.000038Z', '2026-03-17T12:00:00.000052Z', 8, 'finished', '[]', 'selesai', 'f64b104fbff722133709e17102dfafed5937acab407760e8db05267ae997ca3b');
INSERT INTO cases VALUES ('izin-reklame-2026-0009', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-18T02:00:00.000054Z', '2026-03-18T02:00:00.000054Z', 1, 'open', '[["ajukan","2026-03-18T02:00:00.000054Z"]]', NULL, '860032e56431dff3182df05cd593a0d961558bcce630d59946b1af30d48b8610');
INSERT INTO cases VALUES ('izin-reklame-2026-0010', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-18T16:00:00.000056Z', '2026-03-19T06:00:00.000058Z', 2, 'open', '[["periksa","2026-03-19T06:00:00.000058Z"]]', NULL, '1f18c3ba6e65eee5da07b414858306ca0556969ba75700baa2917aeebc3151a2');
INSERT INTO cases VALUES ('izin-reklame-2026-0011', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-19T20:00:00.000060Z', '2026-03-21T00:00:00.000064Z', 3, 'open', '[["ajukan","2026-03-21T00:00:00.000064Z"]]', NULL, 'b064da2feba2faf3ec2f5e00b5f0b66f71a702e6b8248b0c553af49e9019328d');
INSERT INTO cases VALUES ('izin-reklame-2026-0012', 'izin-reklame', 'langsung', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-21T14:00:00.000066Z', '2026-03-21T14:00:00.000066Z', 1, 'open', '[["terima","2026-03-21T14:00:00.000066Z"]]', NULL, 'a05f5c16dbde4c09bbe5cce40e632e8e964df004a39e1523f87dd1494b281d3e');
INSERT INTO cases VALUES ('izin-reklame-2026-0013', 'izin-reklame', 'langsung', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-22T04:00:00.000068Z', '2026-03-22T18:00:00.000070Z', 2, 'finished', '[]', 'selesai', '5dad23ac369746ffde73c91f10f2ef083471b3f44c09783094397a49fb8e3649');
INSERT INTO cases VALUES ('izin-reklame-2026-0014', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-23T08:00:00.000072Z', '2026-03-24T12:00:00.000076Z', 3, 'rejected', '[]', 'ditolak', 'a48c29f764d66ee5a5f4e53b609c0b63b0113d4732bb76e28254325133276f20');
INSERT INTO events VALUES ('izin-reklame-2026-0001', 1, '2026-03-02T08:00:00.000000Z', 'opened', NULL, NULL, 'sari', NULL, '"kutip" dan ''petik''', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2a3e5735707d74fcf5d3505410f7215ccf61f1679a8abb3d135c97df52a465f4');
INSERT INTO events VALUES ('izin-reklame-2026-0002', 1, '2026-03-02T22:00:00.000002Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '160943de411d89f8da6d59ffac6057b3ad4a0514f9d25f78807b7216f32d133a');
INSERT INTO events VALUES ('izin-reklame-2026-0002', 2, '2026-03-03T12:00:00.000004Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'efbbbf6177616c' AS TEXT), '["periksa"]', NULL, 'open', NULL, '608fb2dff325cafe951457935988822e9cbeae7addfab7244ca32415e0f72560');
INSERT INTO events VALUES ('izin-reklame-2026-0003', 1, '2026-03-04T02:00:00.000006Z', 'opened', NULL, NULL, 'sari', NULL, 'garis \ miring \n', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '163da20204a1592a93318a030f5659e9a206885f7a06fba9357d004b569ba8f7');
INSERT INTO events VALUES ('izin-reklame-2026-0003', 2, '2026-03-04T16:00:00.000008Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'x', '["periksa"]', NULL, 'open', NULL, '7c6831537fe15e98c8849625ba38622181ac72c10fd12cd0b92a9e8cb86b9438');
INSERT INTO events VALUES ('izin-reklame-2026-0003', 3, '2026-03-05T06:00:00.000010Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', 'garis \ miring \ngaris \ miring \ngaris \ miring \n', '["ajukan"]', NULL, 'open', NULL, '33427e5eb57443ab41dc331ee7126ec69c9fb21bb4831b7c20b60d2541508395');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 1, '2026-03-05T20:00:00.000012Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'ea4fed9a9de283f12868f793ecd54b7d8a762e816c0f5200079482acfeda265e');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 2, '2026-03-06T10:00:00.000014Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'null', '["periksa"]', NULL, 'open', NULL, '252682a4ace9046d1572206a56a088ec9fe194e6994805a1d5c715be385fb658');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 3, '2026-03-07T00:00:00.000016Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', CAST(x'01080c1b5b324a1f7f01080c1b5b324a1f7f01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', NULL, '9ac75f7c4100aa650d15a5d110b56d80c7b67f65e7637e1ad44ea0c732fa76fb');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 4, '2026-03-07T14:00:00.000018Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '596469b58e38ce918e07b7458eafa00dcc25f81817592bb72c6134e18cdaa2b0');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 5, '2026-03-08T04:00:00.000020Z', 'done', 'periksa', 'petugas', 'sari', 'Lengkap', NULL, '["tinjau"]', NULL, 'open', NULL, 'a6f1af9bd848016dfc413e0909166bbefea8d93e7d461f8ee1435c5f6cf4a7a2');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 6, '2026-03-08T18:00:00.000022Z', 'skipped', 'tinjau', 'petugas', 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["tandatangani"]', NULL, 'open', NULL, '03fed74d6b6058ecb2fbcba0cd213987ccf93c050131a470ce98dd5aa2b8f0d4');
INSERT INTO events VALUES ('izin-reklame-2026-0004', 7, '2026-03-09T08:00:00.000024Z', 'done', 'tandatangani', 'sekretaris', 'sari', NULL, NULL, '["serahkan"]', NULL, 'open', NULL, '51af4bbc4194277eec98580d99cb1081d16c7522cdfec560c9f566ab4a3810e6');
INSERT INTO events VALUES ('izin-reklame-2026-0005', 1, '2026-03-09T22:00:00.000026Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '9a07430778aad05d15c72351e25c15b10ec7263394e5b0901ae090b3bcd4615b');
INSERT INTO events VALUES ('izin-reklame-2026-0006', 1, '2026-03-10T12:00:00.000028Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '891b97d24fa170a182a2aed4efe69601f7e0dd9d744676dd26745c5c0854b13c');
INSERT INTO events VALUES ('izin-reklame-2026-0006', 2, '2026-03-11T02:00:00.000030Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, '</script><!-- -- ; DROP TABLE cases;', '["periksa"]', NULL, 'open', NULL, 'd61b5f39f9b28165816ea22b768e2eb925b3dd55d4d0855be25fcce318c18d7b');
INSERT INTO events VALUES ('izin-reklame-2026-0007', 1, '2026-03-11T16:00:00.000032Z', 'opened', NULL, NULL, 'sari', NULL, '</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '8cc09c929b009e43bf23816ea31de593c6a4ed3d88c13aaaa150974df8ab91fc');
INSERT INTO events VALUES ('izin-reklame-2026-0007', 2, '2026-03-12T06:00:00.000034Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["periksa"]', NULL, 'open', NULL, '081e94b659090ca2d18b47a823fec2f45b97d9b06c00c280e7fac53a31e95ad7');
INSERT INTO events VALUES ('izin-reklame-2026-0007', 3, '2026-03-12T20:00:00.000036Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', '</script><!-- -- ; DROP TABLE cases;</script><!-- -- ; DROP TABLE cases;</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', NULL, '6d24d11422649b415e1d9eab19cc9ebbad6dc3af9fcabda952016a0b4e2a7f03');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 1, '2026-03-13T10:00:00.000038Z', 'opened', NULL, NULL, 'sari', NULL, '[1,2]', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'fb82965814261a21d96acc9e30fd5aae085fba09793ec5569031324ec2f71015');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 2, '2026-03-14T00:00:00.000040Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["periksa"]', NULL, 'open', NULL, '5c9fecb6d7e0d159b319d7303d9a19df9c33204e1071acde45fdc207dfd62de2');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 3, '2026-03-14T14:00:00.000042Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', '[1,2][1,2][1,2]', '["ajukan"]', NULL, 'open', NULL, '4c6a3667f2354769215882d67597084150f089e94d1b4ee0e6b114c247fd85eb');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 4, '2026-03-15T04:00:00.000044Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'b41b8faa454dcc69726dc91fb18f8a64872ab72997730f1a3578f6debb1b34c3');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 5, '2026-03-15T18:00:00.000046Z', 'done', 'periksa', 'petugas', 'sari', 'Lengkap', NULL, '["tinjau"]', NULL, 'open', NULL, '4cc5193e8798e9ba4629773f4bddde7d660a6453d934b4c75b129b020626a3ce');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 6, '2026-03-16T08:00:00.000048Z', 'skipped', 'tinjau', 'petugas', 'sari', NULL, '[1,2]', '["tandatangani"]', NULL, 'open', NULL, '89924456e9b84307523f46bc540c1988c4b412bfc0de0259969d7eb8ab372d16');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 7, '2026-03-16T22:00:00.000050Z', 'done', 'tandatangani', 'sekretaris', 'sari', NULL, NULL, '["serahkan"]', NULL, 'open', NULL, 'c2ccb5e3d310219033b2f5132c68dbe661564ccf952d7ffe6e4ff23f29556a18');
INSERT INTO events VALUES ('izin-reklame-2026-0008', 8, '2026-03-17T12:00:00.000052Z', 'done', 'serahkan', 'petugas', 'Budi "Pak" Ñandú', NULL, '[1,2]', '[]', 'selesai', 'finished', NULL, 'f64b104fbff722133709e17102dfafed5937acab407760e8db05267ae997ca3b');
INSERT INTO events VALUES ('izin-reklame-2026-0009', 1, '2026-03-18T02:00:00.000054Z', 'opened', NULL, NULL, 'sari', NULL, 'null', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '860032e56431dff3182df05cd593a0d961558bcce630d59946b1af30d48b8610');
INSERT INTO events VALUES ('izin-reklame-2026-0010', 1, '2026-03-18T16:00:00.000056Z', 'opened', NULL, NULL, 'sari', NULL, 'x', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '79446d0938c00f6ca9a5743a171a22e0e1d7d88e2f278430ce2ebca25b8797c0');
INSERT INTO events VALUES ('izin-reklame-2026-0010', 2, '2026-03-19T06:00:00.000058Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'garis \ miring \n', '["periksa"]', NULL, 'open', NULL, '1f18c3ba6e65eee5da07b414858306ca0556969ba75700baa2917aeebc3151a2');
INSERT INTO events VALUES ('izin-reklame-2026-0011', 1, '2026-03-19T20:00:00.000060Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'efbbbf6177616c' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '9ff453f90e4b05f92938aee33b8dcce65dcc44dcc77d7db1d4b5608953b7822e');
INSERT INTO events VALUES ('izin-reklame-2026-0011', 2, '2026-03-20T10:00:00.000062Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["periksa"]', NULL, 'open', NULL, '4efb7e8f3fa43722d7e9789bc693d3892c6fbbd25e5822c54702a94ccb91d35b');
INSERT INTO events VALUES ('izin-reklame-2026-0011', 3, '2026-03-21T00:00:00.000064Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', CAST(x'efbbbf6177616cefbbbf6177616cefbbbf6177616c' AS TEXT), '["ajukan"]', NULL, 'open', NULL, 'b064da2feba2faf3ec2f5e00b5f0b66f71a702e6b8248b0c553af49e9019328d');
INSERT INTO events VALUES ('izin-reklame-2026-0012', 1, '2026-03-21T14:00:00.000066Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["terima"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'a05f5c16dbde4c09bbe5cce40e632e8e964df004a39e1523f87dd1494b281d3e');
INSERT INTO events VALUES ('izin-reklame-2026-0013', 1, '2026-03-22T04:00:00.000068Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["terima"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'b5cc86d092f503aa21dff5a6c94ece9c3f0b40336d7030b1affdfd1291f49bc7');
INSERT INTO events VALUES ('izin-reklame-2026-0013', 2, '2026-03-22T18:00:00.000070Z', 'done', 'terima', 'petugas', 'Budi "Pak" Ñandú', NULL, 'selesai', '[]', 'selesai', 'finished', NULL, '5dad23ac369746ffde73c91f10f2ef083471b3f44c09783094397a49fb8e3649');
INSERT INTO events VALUES ('izin-reklame-2026-0014', 1, '2026-03-23T08:00:00.000072Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '7ffd1bafde40f53b7ffbe292294de09a6df5431b48a4b8c4a460a54c8969b52c');
INSERT INTO events VALUES ('izin-reklame-2026-0014', 2, '2026-03-23T22:00:00.000074Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '00bd7b59ca558e5a903e1dd42a8b7b73ac676e319b9c78d0abfb9a836b728511');
INSERT INTO events VALUES ('izin-reklame-2026-0014', 3, '2026-03-24T12:00:00.000076Z', 'done', 'periksa', 'petugas', 'sari', 'Ditolak', 'tidak memenuhi syarat: "luas"', '[]', 'ditolak', 'rejected', NULL, 'a48c29f764d66ee5a5f4e53b609c0b63b0113d4732bb76e28254325133276f20');
INSERT INTO tasks VALUES ('izin-reklame-2026-0001', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-02T08:00:00.000000Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0003', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-05T06:00:00.000010Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0005', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-09T22:00:00.000026Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0007', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-12T20:00:00.000036Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0009', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-18T02:00:00.000054Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0011', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-21T00:00:00.000064Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0002', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-03T12:00:00.000004Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0004', 'serahkan', 'petugas', 1, 'Menyerahkan surat izin', '2026-03-09T08:00:00.000024Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0006', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-11T02:00:00.000030Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0010', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-19T06:00:00.000058Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0012', 'terima', 'petugas', 1, 'Menerima pengaduan', '2026-03-21T14:00:00.000066Z');
INSERT INTO counters VALUES ('izin-reklame', 2026, 14);
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
CREATE TRIGGER definitions_are_not_changed BEFORE UPDATE ON definitions
BEGIN
    SELECT RAISE(ABORT, 'pinned definitions do not change');
END;
CREATE TRIGGER definitions_are_not_deleted BEFORE DELETE ON definitions
BEGIN
    SELECT RAISE(ABORT, 'pinned definitions stay');
END;
