-- A store of schema 2: what an earlier version of this program wrote.
PRAGMA application_id = 1397706821;
PRAGMA user_version = 2;
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
, applicant_group TEXT, given TEXT NOT NULL DEFAULT '[]') WITHOUT ROWID;
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
    hash TEXT NOT NULL, times INTEGER, applicant_group TEXT,
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
INSERT INTO definitions VALUES ('d8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'izin-keramaian', 'Izin Keramaian', 'Asia/Jakarta', 'sop: 1
id: izin-keramaian
title: Izin Keramaian
unit: contoh/kelurahan
decree:
  number: 100/7 Tahun 2025
requirements:
  - id: surat
    text: Surat permohonan
actors:
  pemohon:
    name: Pemohon
    external: true
  petugas:
    name: Petugas Loket
  lurah:
    name: Lurah
sla:
  within: 3 hari kerja
  from: requirements_complete
fee:
  free: true
products:
  - Surat izin keramaian
complaints:
  within: 5 hari kerja
  channels:
    - kind: phone
      value: (0285) 000000
    - kind: lapor
  officer:
    name: Pejabat Pengaduan Contoh
    position: Sekretaris Kelurahan
standard:
  legal_basis: [Undang-Undang Nomor 25 Tahun 2009]
  facilities: [Loket pelayanan]
  staff_competence: [Memahami tata naskah dinas]
  internal_supervision: [Oleh atasan langsung]
  staff_count: [Tiga orang]
  service_guarantee: [Dilayani sesuai standar]
  safety_guarantee: [Surat bernomor dan berstempel]
  staff_evaluation: [Setahun sekali]

applicants: {baru: {name: Pemohon baru}, lama: {name: Pemohon lama}}
ends:
  batal: {status: withdrawn, text: Permohonan batal}
  ditolak: {status: rejected, text: Permohonan ditolak}
steps:
  - {id: ajukan, actor: pemohon, activity: Mengajukan permohonan}
  - {id: daftar, actor: petugas, activity: Mendaftarkan pemohon, only: [baru]}
  - id: periksa
    actor: petugas
    activity: Memeriksa berkas
    decision:
      question: Apakah berkas lengkap?
      branches:
        - {answer: lengkap}
        - {answer: "kurang \"sekali\"", to: ajukan, reason: true, limit: {times: 2, end: ditolak}, deadline: {within: 7 hari kerja, end: batal}}
        - {answer: menunggu, suspend: bukti pembayaran, deadline: {within: 30 hari kerja, end: batal}}
  - id: bagi
    actor: lurah
    activity: Membagi berkas
    parallel:
      - steps:
          - {id: susun, actor: petugas, activity: Menyusun surat izin}
          - id: uji
            actor: petugas
            activity: Menguji surat izin
            decision: {question: Apakah baik?, branches: [{answer: baik}, {answer: belum, to: susun, limit: {times: 1, to: uji}}]}
      - steps:
          - {id: tinjau, actor: petugas, activity: Meninjau lokasi, optional: apabila perlu, deadline: {within: 3 hari kerja, to: lapor}}
          - {id: lapor, actor: lurah, activity: Melaporkan hasil}
  - id: sahkan
    actor: lurah
    activity: Menandatangani surat izin
    four_eyes: [susun]
', 'unit: 1
id: contoh/kelurahan
name: Kelurahan Contoh
parent: Pemerintah Kota Contoh
');
INSERT INTO cases VALUES ('izin-keramaian-2026-0001', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-03-25T02:00:00.000078Z', '2026-03-25T02:00:00.000078Z', 1, 'open', '[["ajukan","2026-03-25T02:00:00.000078Z"]]', NULL, '1f0d691fd2a9e25acee031c52b32c9798b459a0ec2dc0bbe5153e941de30bbf2', 'baru', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0002', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-03-25T16:00:00.000080Z', '2026-03-26T06:00:00.000082Z', 2, 'open', '[["daftar","2026-03-26T06:00:00.000082Z"]]', NULL, '5903418923e7eeeeb9c99fc7649f3aa59c937740b46530f1543b9212a4ec670a', 'baru', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0003', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-03-26T20:00:00.000084Z', '2026-03-27T10:00:00.000086Z', 2, 'open', '[["periksa","2026-03-27T10:00:00.000086Z"]]', NULL, 'f87819f13b1254decac1f46ec7a41676d3f4284f386addb855270e8767cf8656', 'lama', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0004', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-03-28T00:00:00.000088Z', '2026-03-29T04:00:00.000092Z', 3, 'open', '[["ajukan","2026-03-29T04:00:00.000092Z","periksa","kurang \"sekali\""]]', NULL, 'ec00ec4eac44d55b384ff462884324a576c574d0275ff60a7696c2a2295ec1c2', 'lama', '[["periksa", "kurang \"sekali\"", 1]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0005', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-03-29T18:00:00.000094Z', '2026-04-01T02:00:00.000102Z', 5, 'open', '[["ajukan","2026-04-01T02:00:00.000102Z","periksa","kurang \"sekali\""]]', NULL, 'e282e505dcde95536d6bac2096934454011e8576bb9ae4d15c272bbe66adfd8e', 'lama', '[["periksa", "kurang \"sekali\"", 2]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0006', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-01T16:00:00.000104Z', '2026-04-04T14:00:00.000114Z', 6, 'open', '[["periksa","2026-04-04T14:00:00.000114Z"]]', NULL, 'c9c9f31c19fd43a3cb111b4ae0ab821d8f4b93c49a17a6c5f801e7e8be233ccd', 'lama', '[["periksa", "kurang \"sekali\"", 2]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0007', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-05T04:00:00.000116Z', '2026-04-08T16:00:00.000128Z', 7, 'rejected', '[]', 'ditolak', '84112c592446fadf0bf345ed72aa8c919fb2d4ad28ddeb1660eaba6e938f3df8', 'lama', '[["periksa", "kurang \"sekali\"", 2]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0008', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-09T06:00:00.000130Z', '2026-04-11T14:00:00.000138Z', 5, 'withdrawn', '[]', 'batal', 'd17947db161ececa2741fb6e4e9dcf175229aa07b6e06bbf67b16c38e4bccd3b', 'baru', '[["periksa", "kurang \"sekali\"", 1]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0009', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-12T04:00:00.000140Z', '2026-04-13T08:00:00.000144Z', 3, 'suspended', '[["bagi","2026-04-13T08:00:00.000144Z","periksa","menunggu"]]', NULL, '6b6f9e19da703060db0762908d2bf4f458ad9c688691a487d55fcf3445f01bdc', 'lama', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0010', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-13T22:00:00.000146Z', '2026-04-15T16:00:00.000152Z', 4, 'withdrawn', '[]', 'batal', '1081c2c9214d10cf47c6f067db52aa6ad8d31a665fd10274e2206f0bcb669112', 'lama', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0011', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-16T06:00:00.000154Z', '2026-04-18T00:00:00.000160Z', 4, 'open', '[["bagi","2026-04-17T10:00:00.000158Z","periksa","menunggu"]]', NULL, 'ade7993a9bf174ce4e06cc496f2fa2a01b522e97467b093080d8af5e531e4eb4', 'lama', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0012', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-18T14:00:00.000162Z', '2026-04-20T22:00:00.000170Z', 5, 'open', '[["susun","2026-04-20T22:00:00.000170Z"],["tinjau","2026-04-20T22:00:00.000170Z"]]', NULL, 'dc2b56e5400c0ef48927c8eb9d38572d818db479a3fe39a8ad7f597f5e3c27c6', 'lama', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0013', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-21T12:00:00.000172Z', '2026-04-24T10:00:00.000182Z', 6, 'open', '[["tinjau","2026-04-23T06:00:00.000178Z"],["susun","2026-04-24T10:00:00.000182Z","uji","belum"]]', NULL, 'e90b1cd02e33cd533bfb908bc2b9902f4591960a53218df6cd796a78eaa67003', 'lama', '[["uji", "belum", 1]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0014', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-25T00:00:00.000184Z', '2026-04-29T02:00:00.000198Z', 8, 'open', '[["tinjau","2026-04-26T18:00:00.000190Z"],["uji","2026-04-29T02:00:00.000198Z","uji","belum"]]', NULL, '960dcf9f83cd1738faf22afd7e619a2b4f57a739deb76ab7c8084a0eef398ebd', 'lama', '[["uji", "belum", 1]]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0015', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-04-29T16:00:00.000200Z', '2026-05-03T04:00:00.000212Z', 7, 'open', '[["lapor","2026-05-02T14:00:00.000210Z"],["uji","2026-05-03T04:00:00.000212Z"]]', NULL, '3ee68caced949774d8ad2b4049f7b192913ab43304f630f595a1f41c26369d25', 'baru', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0016', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-05-03T18:00:00.000214Z', '2026-05-08T10:00:00.000230Z', 9, 'open', '[["sahkan","2026-05-08T10:00:00.000230Z","uji","baik"]]', NULL, '2059e9f72ddcfe62d49c4f9831bbe5924fc1e4847eeb25da5f3613a7c8314c60', 'baru', '[]');
INSERT INTO cases VALUES ('izin-keramaian-2026-0017', 'izin-keramaian', 'utama', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2026-05-09T00:00:00.000232Z', '2026-05-14T06:00:00.000250Z', 10, 'finished', '[]', 'selesai', '6d65d7206de992bb33a2b7bf4a2e83fa5c244b208e9b9f97a0c4b735ec0b023e', 'baru', '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0001', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-02T08:00:00.000000Z', '2026-03-02T08:00:00.000000Z', 1, 'open', '[["ajukan","2026-03-02T08:00:00.000000Z"]]', NULL, '2a3e5735707d74fcf5d3505410f7215ccf61f1679a8abb3d135c97df52a465f4', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0002', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-02T22:00:00.000002Z', '2026-03-03T12:00:00.000004Z', 2, 'open', '[["periksa","2026-03-03T12:00:00.000004Z"]]', NULL, '608fb2dff325cafe951457935988822e9cbeae7addfab7244ca32415e0f72560', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0003', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-04T02:00:00.000006Z', '2026-03-05T06:00:00.000010Z', 3, 'open', '[["ajukan","2026-03-05T06:00:00.000010Z","periksa","Kurang"]]', NULL, '33427e5eb57443ab41dc331ee7126ec69c9fb21bb4831b7c20b60d2541508395', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0004', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-05T20:00:00.000012Z', '2026-03-09T08:00:00.000024Z', 7, 'open', '[["serahkan","2026-03-09T08:00:00.000024Z"]]', NULL, '51af4bbc4194277eec98580d99cb1081d16c7522cdfec560c9f566ab4a3810e6', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0005', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-09T22:00:00.000026Z', '2026-03-09T22:00:00.000026Z', 1, 'open', '[["ajukan","2026-03-09T22:00:00.000026Z"]]', NULL, '9a07430778aad05d15c72351e25c15b10ec7263394e5b0901ae090b3bcd4615b', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0006', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-10T12:00:00.000028Z', '2026-03-11T02:00:00.000030Z', 2, 'open', '[["periksa","2026-03-11T02:00:00.000030Z"]]', NULL, 'd61b5f39f9b28165816ea22b768e2eb925b3dd55d4d0855be25fcce318c18d7b', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0007', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-11T16:00:00.000032Z', '2026-03-12T20:00:00.000036Z', 3, 'open', '[["ajukan","2026-03-12T20:00:00.000036Z","periksa","Kurang"]]', NULL, '6d24d11422649b415e1d9eab19cc9ebbad6dc3af9fcabda952016a0b4e2a7f03', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0008', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-13T10:00:00.000038Z', '2026-03-17T12:00:00.000052Z', 8, 'finished', '[]', 'selesai', 'f64b104fbff722133709e17102dfafed5937acab407760e8db05267ae997ca3b', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0009', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-18T02:00:00.000054Z', '2026-03-18T02:00:00.000054Z', 1, 'open', '[["ajukan","2026-03-18T02:00:00.000054Z"]]', NULL, '860032e56431dff3182df05cd593a0d961558bcce630d59946b1af30d48b8610', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0010', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-18T16:00:00.000056Z', '2026-03-19T06:00:00.000058Z', 2, 'open', '[["periksa","2026-03-19T06:00:00.000058Z"]]', NULL, '1f18c3ba6e65eee5da07b414858306ca0556969ba75700baa2917aeebc3151a2', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0011', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-19T20:00:00.000060Z', '2026-03-21T00:00:00.000064Z', 3, 'open', '[["ajukan","2026-03-21T00:00:00.000064Z","periksa","Kurang"]]', NULL, 'b064da2feba2faf3ec2f5e00b5f0b66f71a702e6b8248b0c553af49e9019328d', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0012', 'izin-reklame', 'langsung', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-21T14:00:00.000066Z', '2026-03-21T14:00:00.000066Z', 1, 'open', '[["terima","2026-03-21T14:00:00.000066Z"]]', NULL, 'a05f5c16dbde4c09bbe5cce40e632e8e964df004a39e1523f87dd1494b281d3e', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0013', 'izin-reklame', 'langsung', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-22T04:00:00.000068Z', '2026-03-22T18:00:00.000070Z', 2, 'finished', '[]', 'selesai', '5dad23ac369746ffde73c91f10f2ef083471b3f44c09783094397a49fb8e3649', NULL, '[]');
INSERT INTO cases VALUES ('izin-reklame-2026-0014', 'izin-reklame', 'utama', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2026-03-23T08:00:00.000072Z', '2026-03-24T12:00:00.000076Z', 3, 'rejected', '[]', 'ditolak', 'a48c29f764d66ee5a5f4e53b609c0b63b0113d4732bb76e28254325133276f20', NULL, '[]');
INSERT INTO events VALUES ('izin-keramaian-2026-0001', 1, '2026-03-25T02:00:00.000078Z', 'opened', NULL, NULL, 'sari', NULL, '"kutip" dan ''petik''', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '1f0d691fd2a9e25acee031c52b32c9798b459a0ec2dc0bbe5153e941de30bbf2', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0002', 1, '2026-03-25T16:00:00.000080Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'c4b0644f8b558bc594b8ae72aebe13fcd3e7feb8472d1ac83fd57cb99a2694d3', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0002', 2, '2026-03-26T06:00:00.000082Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["daftar"]', NULL, 'open', NULL, '5903418923e7eeeeb9c99fc7649f3aa59c937740b46530f1543b9212a4ec670a', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0003', 1, '2026-03-26T20:00:00.000084Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'd9289e7279efcb5073981fed6e5a500b2d7f7c58f32d69539eed91b57b451baf', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0003', 2, '2026-03-27T10:00:00.000086Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'f87819f13b1254decac1f46ec7a41676d3f4284f386addb855270e8767cf8656', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0004', 1, '2026-03-28T00:00:00.000088Z', 'opened', NULL, NULL, 'sari', NULL, 'garis \ miring \n', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'c0aa164ff13f27c3285d6932ea9610593fd6b28a82f2076fa48524a7ba553783', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0004', 2, '2026-03-28T14:00:00.000090Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '5d108db551e1c667942378d68d75f814b1c0021ac1d8acb7ba7ea509a8832466', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0004', 3, '2026-03-29T04:00:00.000092Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', '"kutip" dan ''petik''', '["ajukan"]', NULL, 'open', NULL, 'ec00ec4eac44d55b384ff462884324a576c574d0275ff60a7696c2a2295ec1c2', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0005', 1, '2026-03-29T18:00:00.000094Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'a90897c61d264398e7d40e48c47affc318aeb6703703d898bd214ebd6c1f7893', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0005', 2, '2026-03-30T08:00:00.000096Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'f74f7eb860ae6cbec6a56e9aac5e4973e15f6fb568e816931bd89f79d2662aab', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0005', 3, '2026-03-30T22:00:00.000098Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["ajukan"]', NULL, 'open', NULL, 'eafa977cdc68290439df69d49fce3093ebdb3bbfe1f6a01874b740b5dcc65b0d', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0005', 4, '2026-03-31T12:00:00.000100Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '70d8687d13ef2219b20851622bf1dbb79fa1a02f50155de8299ebc52b87fca21', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0005', 5, '2026-04-01T02:00:00.000102Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', 'garis \ miring \n', '["ajukan"]', NULL, 'open', NULL, 'e282e505dcde95536d6bac2096934454011e8576bb9ae4d15c272bbe66adfd8e', 2, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 1, '2026-04-01T16:00:00.000104Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '8c691ac9beb66a3d34e53561ff9bb474b2bf61c351fd392336c3a095b8a7da44', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 2, '2026-04-02T06:00:00.000106Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '3ff23124f1d8532f2ca909502025b202652bbab3e0337df3d39f02f158f9599f', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 3, '2026-04-02T20:00:00.000108Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', CAST(x'01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', NULL, 'bffa2f960029abd1802096ccd09b8351472c07888d86b359347aff3808de5008', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 4, '2026-04-03T10:00:00.000110Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'e5370899b3ee0d3214e2334d98bdbeec16b3efa2273c607d3f99e624971f59df', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 5, '2026-04-04T00:00:00.000112Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', NULL, 'fb434766207ae44be3e57d60eec212ba9af5c12f3fc6f632cae83835b8be1609', 2, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0006', 6, '2026-04-04T14:00:00.000114Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'c9c9f31c19fd43a3cb111b4ae0ab821d8f4b93c49a17a6c5f801e7e8be233ccd', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 1, '2026-04-05T04:00:00.000116Z', 'opened', NULL, NULL, 'sari', NULL, '</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '70828e3bf7abe46a9b2c0e7f6f0b2919ff008c5a518a5a6a4cfb99b94717c032', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 2, '2026-04-05T18:00:00.000118Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'd9f6d3e67cbd6929bb337d62d696f1fc83f5d0f4ac2f24aa8df89c2a46aa5723', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 3, '2026-04-06T08:00:00.000120Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["ajukan"]', NULL, 'open', NULL, '1f57bbed256b50079fe9f3e9a48aff92fa0a2fd6212dbc5001eb5a312fa6ce78', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 4, '2026-04-06T22:00:00.000122Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '8a3f5c94391316eb687e64ecd99e8ff578909b63a8a1b24fd51eef749b893f34', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 5, '2026-04-07T12:00:00.000124Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', '</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', NULL, '0ef05a60ad8d2fa304169a5ba19963041447704c5137e6019572df36d599dffe', 2, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 6, '2026-04-08T02:00:00.000126Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '140cd3d7fbd1aeb202ab64144c63acad2260b1f67ce8546ae780d2c494581efb', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0007', 7, '2026-04-08T16:00:00.000128Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', '[1,2]', '[]', 'ditolak', 'rejected', NULL, '84112c592446fadf0bf345ed72aa8c919fb2d4ad28ddeb1660eaba6e938f3df8', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0008', 1, '2026-04-09T06:00:00.000130Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'f3b925e323e4daa52fb85b88c9b2cdd7706f5692806ddbf0c918c4f305a47bf9', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0008', 2, '2026-04-09T20:00:00.000132Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["daftar"]', NULL, 'open', NULL, 'ea82c4e6c94d165a6128c964fb3a8018632f59482188dd6f020b0bbd9a0ea63c', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0008', 3, '2026-04-10T10:00:00.000134Z', 'done', 'daftar', 'petugas', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'add8f71d1f7280b5c49e9f870ce207bdbdf1b9110e5bd94bf25f1ab52684bda4', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0008', 4, '2026-04-11T00:00:00.000136Z', 'done', 'periksa', 'petugas', 'sari', 'kurang "sekali"', 'null', '["ajukan"]', NULL, 'open', NULL, 'f4300b76837a01e62015607c520311dd70426fdc0e7f5fc90822c423903a4b93', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0008', 5, '2026-04-11T14:00:00.000138Z', 'escalated', 'ajukan', 'pemohon', 'sari', NULL, '"kutip" dan ''petik''', '[]', 'batal', 'withdrawn', NULL, 'd17947db161ececa2741fb6e4e9dcf175229aa07b6e06bbf67b16c38e4bccd3b', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0009', 1, '2026-04-12T04:00:00.000140Z', 'opened', NULL, NULL, 'sari', NULL, 'garis \ miring \n', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '13aa14ee83cba118fda8a9f87d9c1cb9e1c77b6ece8d88dfb65f76d7651d2cdd', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0009', 2, '2026-04-12T18:00:00.000142Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '86909abf10c0b19407987c836aee3d1ca39274f76b688cc623543e62338dda3d', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0009', 3, '2026-04-13T08:00:00.000144Z', 'done', 'periksa', 'petugas', 'sari', 'menunggu', CAST(x'01080c1b5b324a1f7f' AS TEXT), '["bagi"]', NULL, 'suspended', NULL, '6b6f9e19da703060db0762908d2bf4f458ad9c688691a487d55fcf3445f01bdc', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0010', 1, '2026-04-13T22:00:00.000146Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'cff3871e15afe447d1c1b4ca5ea9cebf9a9b1879907bc5bab284f8bb74b9e755', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0010', 2, '2026-04-14T12:00:00.000148Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '9a8182c975c05792c650283d649de355890cfd57049165ed6a0e9bda9485b61a', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0010', 3, '2026-04-15T02:00:00.000150Z', 'done', 'periksa', 'petugas', 'sari', 'menunggu', CAST(x'01080c1b5b324a1f7f' AS TEXT), '["bagi"]', NULL, 'suspended', NULL, '7329ce09a526d302defb71f6c19365d54d56547a26e8916eb693f968a7fc289a', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0010', 4, '2026-04-15T16:00:00.000152Z', 'escalated', 'bagi', 'lurah', 'sari', NULL, NULL, '[]', 'batal', 'withdrawn', NULL, '1081c2c9214d10cf47c6f067db52aa6ad8d31a665fd10274e2206f0bcb669112', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0011', 1, '2026-04-16T06:00:00.000154Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '5c063144d704ebf61827d03e407db576af63411cac38bbe092fa8315021e3628', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0011', 2, '2026-04-16T20:00:00.000156Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '3096266748c881ecc5bb8ebd3400fb9154f66e6e5c46959a77478f841f338378', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0011', 3, '2026-04-17T10:00:00.000158Z', 'done', 'periksa', 'petugas', 'sari', 'menunggu', CAST(x'01080c1b5b324a1f7f' AS TEXT), '["bagi"]', NULL, 'suspended', NULL, '0d2f3fe6777491a2211bfd87f8333e28d31df974127c7b41fe6e6d1015a76961', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0011', 4, '2026-04-18T00:00:00.000160Z', 'resumed', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '[]', NULL, 'open', NULL, 'ade7993a9bf174ce4e06cc496f2fa2a01b522e97467b093080d8af5e531e4eb4', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0012', 1, '2026-04-18T14:00:00.000162Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '5fb183605650b73094ceba8a842f8180fa08704d7e392627ff38d19103aa7a75', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0012', 2, '2026-04-19T04:00:00.000164Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'cba596b66091988b23c9c7c72765c575f7586118606be7642d191f1eede4919e', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0012', 3, '2026-04-19T18:00:00.000166Z', 'done', 'periksa', 'petugas', 'sari', 'menunggu', CAST(x'01080c1b5b324a1f7f' AS TEXT), '["bagi"]', NULL, 'suspended', NULL, 'ae9facc115f8969dd5024fa5e2019b2f0a7ba812979cbce81101192bbfc0ecab', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0012', 4, '2026-04-20T08:00:00.000168Z', 'resumed', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '[]', NULL, 'open', NULL, '10710f3b0d816c850ef176494b999509931e8d7a468d3be8b42ae0051db3dfad', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0012', 5, '2026-04-20T22:00:00.000170Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, 'dc2b56e5400c0ef48927c8eb9d38572d818db479a3fe39a8ad7f597f5e3c27c6', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 1, '2026-04-21T12:00:00.000172Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '2f888570f6d24bf7424c7e993475b716752094130ca10a0b470667c2127b4e5e', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 2, '2026-04-22T02:00:00.000174Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '8dca09eb43a145613fc89aac170ffa342090ed31729c16cba149f4cf1ad677e2', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 3, '2026-04-22T16:00:00.000176Z', 'done', 'periksa', 'petugas', 'sari', 'lengkap', NULL, '["bagi"]', NULL, 'open', NULL, 'a23f316ad69800574c06a62cebec78dab7e799b9997f46ff9c5d7df70868b3ab', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 4, '2026-04-23T06:00:00.000178Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, '7381b700ae7427b108936ab29b8331e148a18d6839182e251308e0ae4dedb71b', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 5, '2026-04-23T20:00:00.000180Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, 'deb1d1274cd1ce1277e49af05cb2e09a33728ec0a3fe91bf546e91dce169e92e', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0013', 6, '2026-04-24T10:00:00.000182Z', 'done', 'uji', 'petugas', 'sari', 'belum', NULL, '["susun"]', NULL, 'open', NULL, 'e90b1cd02e33cd533bfb908bc2b9902f4591960a53218df6cd796a78eaa67003', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 1, '2026-04-25T00:00:00.000184Z', 'opened', NULL, NULL, 'sari', NULL, '[1,2]', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '77dd825a30dfc0644e30ab36e417ed9d11097059f01c3d027a4a33cca748f7d8', NULL, 'lama');
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 2, '2026-04-25T14:00:00.000186Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '3b168c4111abc579700bbc6949f13ff81d4b83801cfe97ded60fce129411ffbb', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 3, '2026-04-26T04:00:00.000188Z', 'done', 'periksa', 'petugas', 'sari', 'lengkap', NULL, '["bagi"]', NULL, 'open', NULL, '43b68d06958e128fbbf8ee659f4e0fc11121afc35197d647f7a2a404f6a31b97', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 4, '2026-04-26T18:00:00.000190Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, '7acd8a2ac37c95b5690f3367c244255d3dc792cd3a4b206a137de47b4cf644b6', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 5, '2026-04-27T08:00:00.000192Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, '969663c0eeda52029bcfd39588624d9b4174fad477ee36aa050c3896dd8a5acf', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 6, '2026-04-27T22:00:00.000194Z', 'done', 'uji', 'petugas', 'sari', 'belum', NULL, '["susun"]', NULL, 'open', NULL, '8a8f8b7b001aa1c5e28b5f07bc11a873337ee805e3be3df1da175b6b3db8b0c5', 1, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 7, '2026-04-28T12:00:00.000196Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, '42560c43e7a6529b479cb2c03efcd06e047ec2b8160dcf149de2ca76fdf055a0', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0014', 8, '2026-04-29T02:00:00.000198Z', 'done', 'uji', 'petugas', 'sari', 'belum', NULL, '["uji"]', NULL, 'open', NULL, '960dcf9f83cd1738faf22afd7e619a2b4f57a739deb76ab7c8084a0eef398ebd', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 1, '2026-04-29T16:00:00.000200Z', 'opened', NULL, NULL, 'sari', NULL, '</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '75b38b8b3f02f665670edfc323df889dc8c49d121e0066741ba5ae47fde88968', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 2, '2026-04-30T06:00:00.000202Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["daftar"]', NULL, 'open', NULL, '6ca1afeb28ead9b90f7865f1634abb537e7e7fbb80f224a51a9ebe55d199cde9', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 3, '2026-04-30T20:00:00.000204Z', 'done', 'daftar', 'petugas', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'f8a4baab92d70b8766f5997905bd3268610f55bb0ff197782f3fa3ddb452d7b9', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 4, '2026-05-01T10:00:00.000206Z', 'done', 'periksa', 'petugas', 'sari', 'lengkap', NULL, '["bagi"]', NULL, 'open', NULL, '1a3ad8e8e1b33496e1e114c4f069ce26e16a5f38119bbd376c953f0985332515', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 5, '2026-05-02T00:00:00.000208Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, '6c651177ec688742052dd2424264431b265f896995575e53c226150d2726985b', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 6, '2026-05-02T14:00:00.000210Z', 'escalated', 'tinjau', 'petugas', 'sari', NULL, NULL, '["lapor"]', NULL, 'open', NULL, 'b0de7e3b56f0e36881bff3f0b0be91523b33a3d20c58fcaeb550c02f031144b4', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0015', 7, '2026-05-03T04:00:00.000212Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, '3ee68caced949774d8ad2b4049f7b192913ab43304f630f595a1f41c26369d25', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 1, '2026-05-03T18:00:00.000214Z', 'opened', NULL, NULL, 'sari', NULL, 'null', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', '6a31f68938ec371e2730f431b3b1517dc5f6dce00913732ee1c05bf37223191e', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 2, '2026-05-04T08:00:00.000216Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["daftar"]', NULL, 'open', NULL, '1042fb4456f2f375c4d32fa476e3e3e82e480722d39cb9c466928ed7875cc6cb', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 3, '2026-05-04T22:00:00.000218Z', 'done', 'daftar', 'petugas', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '5d4d2b98785a292c869817a4dee8d41c906ae6d7189cc45807024e895b2478b9', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 4, '2026-05-05T12:00:00.000220Z', 'done', 'periksa', 'petugas', 'sari', 'lengkap', NULL, '["bagi"]', NULL, 'open', NULL, 'babf508c905ec7ef8fe385a91c5c448429c09cfba52e2a1c7d49aa8c0a4bd1ce', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 5, '2026-05-06T02:00:00.000222Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, 'dc1a0235bb5512b6adbd7573e43260d70303c04ca720f876254109988fed1500', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 6, '2026-05-06T16:00:00.000224Z', 'skipped', 'tinjau', 'petugas', 'sari', NULL, NULL, '["lapor"]', NULL, 'open', NULL, 'e7f2b7a3ed993b678f3adca291de374f7b86a5e2dceabee65c1c9273277dbffe', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 7, '2026-05-07T06:00:00.000226Z', 'done', 'lapor', 'lurah', 'sari', NULL, NULL, '[]', NULL, 'open', NULL, 'd8ac1558018a9796cf824d3d9371f75ac4108bd22c7df118702299b61eceab91', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 8, '2026-05-07T20:00:00.000228Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, '316cf670eb6e7a03ca97edb5144e055e602a6515df7bca64fd230c11e7ca5f0d', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0016', 9, '2026-05-08T10:00:00.000230Z', 'done', 'uji', 'petugas', 'sari', 'baik', NULL, '["sahkan"]', NULL, 'open', NULL, '2059e9f72ddcfe62d49c4f9831bbe5924fc1e4847eeb25da5f3613a7c8314c60', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 1, '2026-05-09T00:00:00.000232Z', 'opened', NULL, NULL, 'sari', NULL, 'null', '["ajukan"]', NULL, 'open', 'd8dfa54cd054910cdf7faf24f9773dddd7d873e51c3ded14ebbacb7ef2d5bc5b', 'c4d94c60f9309e8cebbae0037ad2f78232b5e26eb55bd54395d57167b701cb1f', NULL, 'baru');
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 2, '2026-05-09T14:00:00.000234Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["daftar"]', NULL, 'open', NULL, 'cc3e616b01525bb877d212d5d7289b0572b18509ee22f52fe35a868e04c9f050', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 3, '2026-05-10T04:00:00.000236Z', 'done', 'daftar', 'petugas', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '85659577bd3263a5cc9d67a5c514afc613baa980ce040cc66ada194bb6b7396f', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 4, '2026-05-10T18:00:00.000238Z', 'done', 'periksa', 'petugas', 'sari', 'lengkap', NULL, '["bagi"]', NULL, 'open', NULL, '8690ec893258d33ca22116cc3574ac52a449107176d17ca4a28a5bf2dc44920d', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 5, '2026-05-11T08:00:00.000240Z', 'done', 'bagi', 'lurah', 'sari', NULL, NULL, '["susun","tinjau"]', NULL, 'open', NULL, '7bd7dd8267d9c00abecabd37e2fafb7ff1149e6a3c65ab2157d807f17a89e753', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 6, '2026-05-11T22:00:00.000242Z', 'done', 'susun', 'petugas', 'sari', NULL, NULL, '["uji"]', NULL, 'open', NULL, '13881baea40ba50f1f37e60e9a7af431c0af69ddd5c0c961a8088723fcd66d86', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 7, '2026-05-12T12:00:00.000244Z', 'done', 'tinjau', 'petugas', 'sari', NULL, NULL, '["lapor"]', NULL, 'open', NULL, 'b25b77c56688e145771889f4475ed5c349a1a10a2a3c3a75c80edc2b9e71ca49', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 8, '2026-05-13T02:00:00.000246Z', 'done', 'uji', 'petugas', 'sari', 'baik', NULL, '[]', NULL, 'open', NULL, '548d27eb0d22a3130b1b671bec08d4ae1a32553de06425eec027a28a9ce936f9', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 9, '2026-05-13T16:00:00.000248Z', 'done', 'lapor', 'lurah', 'sari', NULL, NULL, '["sahkan"]', NULL, 'open', NULL, '14ae4abf30b17147fd9c3d715cc9be8817be27405864cd6bc8daff697804d2c8', NULL, NULL);
INSERT INTO events VALUES ('izin-keramaian-2026-0017', 10, '2026-05-14T06:00:00.000250Z', 'done', 'sahkan', 'lurah', 'Budi "Pak" Ñandú', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '[]', 'selesai', 'finished', NULL, '6d65d7206de992bb33a2b7bf4a2e83fa5c244b208e9b9f97a0c4b735ec0b023e', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0001', 1, '2026-03-02T08:00:00.000000Z', 'opened', NULL, NULL, 'sari', NULL, '"kutip" dan ''petik''', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '2a3e5735707d74fcf5d3505410f7215ccf61f1679a8abb3d135c97df52a465f4', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0002', 1, '2026-03-02T22:00:00.000002Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '160943de411d89f8da6d59ffac6057b3ad4a0514f9d25f78807b7216f32d133a', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0002', 2, '2026-03-03T12:00:00.000004Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'efbbbf6177616c' AS TEXT), '["periksa"]', NULL, 'open', NULL, '608fb2dff325cafe951457935988822e9cbeae7addfab7244ca32415e0f72560', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0003', 1, '2026-03-04T02:00:00.000006Z', 'opened', NULL, NULL, 'sari', NULL, 'garis \ miring \n', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '163da20204a1592a93318a030f5659e9a206885f7a06fba9357d004b569ba8f7', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0003', 2, '2026-03-04T16:00:00.000008Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'x', '["periksa"]', NULL, 'open', NULL, '7c6831537fe15e98c8849625ba38622181ac72c10fd12cd0b92a9e8cb86b9438', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0003', 3, '2026-03-05T06:00:00.000010Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', 'garis \ miring \ngaris \ miring \ngaris \ miring \n', '["ajukan"]', NULL, 'open', NULL, '33427e5eb57443ab41dc331ee7126ec69c9fb21bb4831b7c20b60d2541508395', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 1, '2026-03-05T20:00:00.000012Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'ea4fed9a9de283f12868f793ecd54b7d8a762e816c0f5200079482acfeda265e', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 2, '2026-03-06T10:00:00.000014Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'null', '["periksa"]', NULL, 'open', NULL, '252682a4ace9046d1572206a56a088ec9fe194e6994805a1d5c715be385fb658', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 3, '2026-03-07T00:00:00.000016Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', CAST(x'01080c1b5b324a1f7f01080c1b5b324a1f7f01080c1b5b324a1f7f' AS TEXT), '["ajukan"]', NULL, 'open', NULL, '9ac75f7c4100aa650d15a5d110b56d80c7b67f65e7637e1ad44ea0c732fa76fb', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 4, '2026-03-07T14:00:00.000018Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '596469b58e38ce918e07b7458eafa00dcc25f81817592bb72c6134e18cdaa2b0', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 5, '2026-03-08T04:00:00.000020Z', 'done', 'periksa', 'petugas', 'sari', 'Lengkap', NULL, '["tinjau"]', NULL, 'open', NULL, 'a6f1af9bd848016dfc413e0909166bbefea8d93e7d461f8ee1435c5f6cf4a7a2', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 6, '2026-03-08T18:00:00.000022Z', 'skipped', 'tinjau', 'petugas', 'sari', NULL, CAST(x'01080c1b5b324a1f7f' AS TEXT), '["tandatangani"]', NULL, 'open', NULL, '03fed74d6b6058ecb2fbcba0cd213987ccf93c050131a470ce98dd5aa2b8f0d4', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0004', 7, '2026-03-09T08:00:00.000024Z', 'done', 'tandatangani', 'sekretaris', 'sari', NULL, NULL, '["serahkan"]', NULL, 'open', NULL, '51af4bbc4194277eec98580d99cb1081d16c7522cdfec560c9f566ab4a3810e6', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0005', 1, '2026-03-09T22:00:00.000026Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '9a07430778aad05d15c72351e25c15b10ec7263394e5b0901ae090b3bcd4615b', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0006', 1, '2026-03-10T12:00:00.000028Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '891b97d24fa170a182a2aed4efe69601f7e0dd9d744676dd26745c5c0854b13c', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0006', 2, '2026-03-11T02:00:00.000030Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, '</script><!-- -- ; DROP TABLE cases;', '["periksa"]', NULL, 'open', NULL, 'd61b5f39f9b28165816ea22b768e2eb925b3dd55d4d0855be25fcce318c18d7b', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0007', 1, '2026-03-11T16:00:00.000032Z', 'opened', NULL, NULL, 'sari', NULL, '</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '8cc09c929b009e43bf23816ea31de593c6a4ed3d88c13aaaa150974df8ab91fc', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0007', 2, '2026-03-12T06:00:00.000034Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'6e6f6c0064692074656e676168' AS TEXT), '["periksa"]', NULL, 'open', NULL, '081e94b659090ca2d18b47a823fec2f45b97d9b06c00c280e7fac53a31e95ad7', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0007', 3, '2026-03-12T20:00:00.000036Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', '</script><!-- -- ; DROP TABLE cases;</script><!-- -- ; DROP TABLE cases;</script><!-- -- ; DROP TABLE cases;', '["ajukan"]', NULL, 'open', NULL, '6d24d11422649b415e1d9eab19cc9ebbad6dc3af9fcabda952016a0b4e2a7f03', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 1, '2026-03-13T10:00:00.000038Z', 'opened', NULL, NULL, 'sari', NULL, '[1,2]', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'fb82965814261a21d96acc9e30fd5aae085fba09793ec5569031324ec2f71015', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 2, '2026-03-14T00:00:00.000040Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'c3a920e282ac20e5ad9720f09f998220e280a8e280ae' AS TEXT), '["periksa"]', NULL, 'open', NULL, '5c9fecb6d7e0d159b319d7303d9a19df9c33204e1071acde45fdc207dfd62de2', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 3, '2026-03-14T14:00:00.000042Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', '[1,2][1,2][1,2]', '["ajukan"]', NULL, 'open', NULL, '4c6a3667f2354769215882d67597084150f089e94d1b4ee0e6b114c247fd85eb', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 4, '2026-03-15T04:00:00.000044Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, 'b41b8faa454dcc69726dc91fb18f8a64872ab72997730f1a3578f6debb1b34c3', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 5, '2026-03-15T18:00:00.000046Z', 'done', 'periksa', 'petugas', 'sari', 'Lengkap', NULL, '["tinjau"]', NULL, 'open', NULL, '4cc5193e8798e9ba4629773f4bddde7d660a6453d934b4c75b129b020626a3ce', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 6, '2026-03-16T08:00:00.000048Z', 'skipped', 'tinjau', 'petugas', 'sari', NULL, '[1,2]', '["tandatangani"]', NULL, 'open', NULL, '89924456e9b84307523f46bc540c1988c4b412bfc0de0259969d7eb8ab372d16', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 7, '2026-03-16T22:00:00.000050Z', 'done', 'tandatangani', 'sekretaris', 'sari', NULL, NULL, '["serahkan"]', NULL, 'open', NULL, 'c2ccb5e3d310219033b2f5132c68dbe661564ccf952d7ffe6e4ff23f29556a18', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0008', 8, '2026-03-17T12:00:00.000052Z', 'done', 'serahkan', 'petugas', 'Budi "Pak" Ñandú', NULL, '[1,2]', '[]', 'selesai', 'finished', NULL, 'f64b104fbff722133709e17102dfafed5937acab407760e8db05267ae997ca3b', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0009', 1, '2026-03-18T02:00:00.000054Z', 'opened', NULL, NULL, 'sari', NULL, 'null', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '860032e56431dff3182df05cd593a0d961558bcce630d59946b1af30d48b8610', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0010', 1, '2026-03-18T16:00:00.000056Z', 'opened', NULL, NULL, 'sari', NULL, 'x', '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '79446d0938c00f6ca9a5743a171a22e0e1d7d88e2f278430ce2ebca25b8797c0', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0010', 2, '2026-03-19T06:00:00.000058Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, 'garis \ miring \n', '["periksa"]', NULL, 'open', NULL, '1f18c3ba6e65eee5da07b414858306ca0556969ba75700baa2917aeebc3151a2', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0011', 1, '2026-03-19T20:00:00.000060Z', 'opened', NULL, NULL, 'sari', NULL, CAST(x'efbbbf6177616c' AS TEXT), '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '9ff453f90e4b05f92938aee33b8dcce65dcc44dcc77d7db1d4b5608953b7822e', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0011', 2, '2026-03-20T10:00:00.000062Z', 'done', 'ajukan', 'pemohon', 'Budi "Pak" Ñandú', NULL, CAST(x'626172697320736174750a6261726973206475610d0a0974616b756b' AS TEXT), '["periksa"]', NULL, 'open', NULL, '4efb7e8f3fa43722d7e9789bc693d3892c6fbbd25e5822c54702a94ccb91d35b', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0011', 3, '2026-03-21T00:00:00.000064Z', 'done', 'periksa', 'petugas', 'sari', 'Kurang', CAST(x'efbbbf6177616cefbbbf6177616cefbbbf6177616c' AS TEXT), '["ajukan"]', NULL, 'open', NULL, 'b064da2feba2faf3ec2f5e00b5f0b66f71a702e6b8248b0c553af49e9019328d', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0012', 1, '2026-03-21T14:00:00.000066Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["terima"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'a05f5c16dbde4c09bbe5cce40e632e8e964df004a39e1523f87dd1494b281d3e', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0013', 1, '2026-03-22T04:00:00.000068Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["terima"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', 'b5cc86d092f503aa21dff5a6c94ece9c3f0b40336d7030b1affdfd1291f49bc7', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0013', 2, '2026-03-22T18:00:00.000070Z', 'done', 'terima', 'petugas', 'Budi "Pak" Ñandú', NULL, 'selesai', '[]', 'selesai', 'finished', NULL, '5dad23ac369746ffde73c91f10f2ef083471b3f44c09783094397a49fb8e3649', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0014', 1, '2026-03-23T08:00:00.000072Z', 'opened', NULL, NULL, 'sari', NULL, NULL, '["ajukan"]', NULL, 'open', 'd7d122b4cdd437c8e93542b053471ce78189008bba0c03cf5b35199018fefa01', '7ffd1bafde40f53b7ffbe292294de09a6df5431b48a4b8c4a460a54c8969b52c', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0014', 2, '2026-03-23T22:00:00.000074Z', 'done', 'ajukan', 'pemohon', 'sari', NULL, NULL, '["periksa"]', NULL, 'open', NULL, '00bd7b59ca558e5a903e1dd42a8b7b73ac676e319b9c78d0abfb9a836b728511', NULL, NULL);
INSERT INTO events VALUES ('izin-reklame-2026-0014', 3, '2026-03-24T12:00:00.000076Z', 'done', 'periksa', 'petugas', 'sari', 'Ditolak', 'tidak memenuhi syarat: "luas"', '[]', 'ditolak', 'rejected', NULL, 'a48c29f764d66ee5a5f4e53b609c0b63b0113d4732bb76e28254325133276f20', NULL, NULL);
INSERT INTO tasks VALUES ('izin-keramaian-2026-0009', 'bagi', 'lurah', 1, 'Membagi berkas', '2026-04-13T08:00:00.000144Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0011', 'bagi', 'lurah', 1, 'Membagi berkas', '2026-04-17T10:00:00.000158Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0015', 'lapor', 'lurah', 1, 'Melaporkan hasil', '2026-05-02T14:00:00.000210Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0016', 'sahkan', 'lurah', 1, 'Menandatangani surat izin', '2026-05-08T10:00:00.000230Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0001', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan', '2026-03-25T02:00:00.000078Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0004', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan', '2026-03-29T04:00:00.000092Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0005', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan', '2026-04-01T02:00:00.000102Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0001', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-02T08:00:00.000000Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0003', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-05T06:00:00.000010Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0005', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-09T22:00:00.000026Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0007', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-12T20:00:00.000036Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0009', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-18T02:00:00.000054Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0011', 'ajukan', 'pemohon', 1, 'Mengajukan permohonan izin', '2026-03-21T00:00:00.000064Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0002', 'daftar', 'petugas', 1, 'Mendaftarkan pemohon', '2026-03-26T06:00:00.000082Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0003', 'periksa', 'petugas', 1, 'Memeriksa berkas', '2026-03-27T10:00:00.000086Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0006', 'periksa', 'petugas', 1, 'Memeriksa berkas', '2026-04-04T14:00:00.000114Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0012', 'susun', 'petugas', 1, 'Menyusun surat izin', '2026-04-20T22:00:00.000170Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0012', 'tinjau', 'petugas', 1, 'Meninjau lokasi', '2026-04-20T22:00:00.000170Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0013', 'susun', 'petugas', 1, 'Menyusun surat izin', '2026-04-24T10:00:00.000182Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0013', 'tinjau', 'petugas', 1, 'Meninjau lokasi', '2026-04-23T06:00:00.000178Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0014', 'tinjau', 'petugas', 1, 'Meninjau lokasi', '2026-04-26T18:00:00.000190Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0014', 'uji', 'petugas', 1, 'Menguji surat izin', '2026-04-29T02:00:00.000198Z');
INSERT INTO tasks VALUES ('izin-keramaian-2026-0015', 'uji', 'petugas', 1, 'Menguji surat izin', '2026-05-03T04:00:00.000212Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0002', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-03T12:00:00.000004Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0004', 'serahkan', 'petugas', 1, 'Menyerahkan surat izin', '2026-03-09T08:00:00.000024Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0006', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-11T02:00:00.000030Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0010', 'periksa', 'petugas', 1, 'Memeriksa kelengkapan berkas', '2026-03-19T06:00:00.000058Z');
INSERT INTO tasks VALUES ('izin-reklame-2026-0012', 'terima', 'petugas', 1, 'Menerima pengaduan', '2026-03-21T14:00:00.000066Z');
INSERT INTO counters VALUES ('izin-keramaian', 2026, 17);
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
