"""What the official papers say beside the procedure: decree, SOP-AP identity, management components. Shapes only."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sop_engine.definition.part import Date, Id, Part, Text


class Signatory(Part):
    """Who signs: office, name and number of a civil servant."""

    position: Text = Field(title="Jabatan", description="Jabatan yang mengesahkan (PermenPAN-RB 35/2012).")
    name: Text | None = Field(
        default=None, title="Nama", description="Nama pejabat dengan gelarnya (PermenPAN-RB 35/2012)."
    )
    rank: Text | None = Field(default=None, title="Pangkat", description="Pangkat dan golongan pejabat.")
    nip: Text | None = Field(default=None, title="NIP", description="NIP, 18 angka, dalam tanda kutip.")


class Decree(Part):
    """The decree that sets the standard."""

    number: Text = Field(title="Nomor SK", description="Nomor surat keputusan penetapan, persis seperti tertulis.")
    date: Date | None = Field(default=None, title="Tanggal SK", description="Tanggal penetapan, tahun-bulan-hari.")
    title: Text | None = Field(default=None, title="Tentang", description="Judul surat keputusan.")
    signer: Signatory | None = Field(default=None, title="Penanda tangan", description="Pejabat yang menetapkan.")


class Identity(Part):
    """The identity block of an SOP-AP sheet (PermenPAN-RB 35/2012, bagian identitas)."""

    number: Text | None = Field(
        default=None, title="Nomor SOP", description="Menurut tata naskah dinas instansi (PermenPAN-RB 35/2012)."
    )
    made: Date | None = Field(
        default=None, title="Tanggal pembuatan", description="Tanggal SOP selesai dibuat (PermenPAN-RB 35/2012)."
    )
    revised: Date | None = Field(
        default=None, title="Tanggal revisi", description="Tanggal revisi terakhir (PermenPAN-RB 35/2012)."
    )
    effective: Date | None = Field(
        default=None, title="Tanggal efektif", description="Tanggal berlaku, yaitu pengesahan (PermenPAN-RB 35/2012)."
    )
    approved_by: Signatory | None = Field(
        default=None, title="Disahkan oleh", description="Pejabat yang mengesahkan (PermenPAN-RB 35/2012)."
    )
    legal_basis: tuple[Text, ...] = Field(
        default=(), title="Dasar hukum", description="Peraturan yang mendasari prosedur (PermenPAN-RB 35/2012)."
    )
    related_sops: tuple[Text, ...] = Field(
        default=(), title="Keterkaitan", description="SOP lain yang berhubungan (PermenPAN-RB 35/2012)."
    )
    warnings: tuple[Text, ...] = Field(
        default=(), title="Peringatan", description="Apabila … maka … (PermenPAN-RB 35/2012)."
    )
    qualifications: tuple[Text, ...] = Field(
        default=(), title="Kualifikasi pelaksana", description="Kecakapan pelaksana (PermenPAN-RB 35/2012)."
    )
    equipment: tuple[Text, ...] = Field(
        default=(), title="Peralatan dan perlengkapan", description="Alat dan bahan utama (PermenPAN-RB 35/2012)."
    )
    records: tuple[Text, ...] = Field(
        default=(), title="Pencatatan dan pendataan", description="Yang dicatat pelaksana (PermenPAN-RB 35/2012)."
    )
    nature: Literal["technical", "administrative"] | None = Field(
        default=None,
        title="Sifat kegiatan",
        description="technical: satu pelaksana, rinci; administrative: beberapa (PermenPAN-RB 35/2012).",
    )
    scope: Literal["macro", "micro"] | None = Field(
        default=None,
        title="Cakupan",
        description="macro: memuat beberapa SOP mikro; micro: bagian dari SOP makro (PermenPAN-RB 35/2012).",
    )
    completeness: Literal["final", "partial"] | None = Field(
        default=None,
        title="Kelengkapan kegiatan",
        description="final: sampai produk akhir; partial: masih berlanjut (PermenPAN-RB 35/2012).",
    )
    genre: Literal["generic", "specific"] | None = Field(
        default=None,
        title="Jenis",
        description="generic: sama di banyak tempat; specific: khusus satu tempat (PermenPAN-RB 35/2012).",
    )
    monitored: Date | None = Field(
        default=None, title="Pemantauan terakhir", description="Setiap enam bulan (PermenPAN-RB 35/2012)."
    )
    evaluated: Date | None = Field(
        default=None, title="Evaluasi terakhir", description="Sekurang-kurangnya sekali setahun."
    )


class Management(Part):
    """The eight management components of a service standard (PermenPAN-RB 15/2014, components 7 to 14)."""

    legal_basis: tuple[Text, ...] = Field(
        default=(), title="Dasar hukum", description="Komponen 7 (PermenPAN-RB 15/2014)."
    )
    facilities: tuple[Text, ...] = Field(
        default=(), title="Sarana, prasarana, dan/atau fasilitas", description="Komponen 8 (PermenPAN-RB 15/2014)."
    )
    staff_competence: tuple[Text, ...] = Field(
        default=(), title="Kompetensi pelaksana", description="Komponen 9 (PermenPAN-RB 15/2014)."
    )
    internal_supervision: tuple[Text, ...] = Field(
        default=(), title="Pengawasan internal", description="Komponen 10 (PermenPAN-RB 15/2014)."
    )
    staff_count: tuple[Text, ...] = Field(
        default=(), title="Jumlah pelaksana", description="Komponen 11 (PermenPAN-RB 15/2014)."
    )
    service_guarantee: tuple[Text, ...] = Field(
        default=(), title="Jaminan pelayanan", description="Komponen 12 (PermenPAN-RB 15/2014)."
    )
    safety_guarantee: tuple[Text, ...] = Field(
        default=(),
        title="Jaminan keamanan dan keselamatan pelayanan",
        description="Komponen 13 (PermenPAN-RB 15/2014).",
    )
    staff_evaluation: tuple[Text, ...] = Field(
        default=(), title="Evaluasi kinerja pelaksana", description="Komponen 14 (PermenPAN-RB 15/2014)."
    )


class Related(Part):
    """Another SOP that this one has to do with."""

    sop: Id = Field(title="Kunci SOP", description="Kunci SOP yang berhubungan.")
    kind: Literal["follows", "precedes", "related", "part_of"] = Field(
        title="Hubungan",
        description="follows: lanjutan dari SOP itu; precedes: prasyarat SOP itu; related: terkait; part_of: bagian.",
    )
    title: Text | None = Field(default=None, title="Judul", description="Judul SOP itu, bila belum ada berkasnya.")


class Process(Part):
    """The place of the SOP in the agency's process map (PermenPAN-RB 19/2018)."""

    code: Text = Field(title="Kode proses", description="Kode dalam peta proses bisnis (PermenPAN-RB 19/2018).")
    level: Text | None = Field(default=None, title="Tingkat", description="Tingkat peta (PermenPAN-RB 19/2018).")
    map: Text | None = Field(default=None, title="Peta", description="Nama peta proses bisnis (PermenPAN-RB 19/2018).")
