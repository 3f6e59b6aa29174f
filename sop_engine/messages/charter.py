"""The words of the maklumat pelayanan (UU 25/2009 Pasal 22): an Indonesian paper, in English for its maintainers.

The three articles say what a charter has to contain, and promise nothing beyond it.
"""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "heading": ("Maklumat Pelayanan", "Service charter"),
    "name": ("Maklumat Pelayanan: {title}", "Service charter: {title}"),
    "opening": (
        "Kami, pimpinan dan seluruh pelaksana {unit}, dengan ini menyatakan:",
        "We, the head and all staff of {unit}, hereby declare that we:",
    ),
    "opening_unit_unstated": (
        "Kami, pimpinan dan seluruh pelaksana layanan ini, dengan ini menyatakan:",
        "We, the head and all staff of this service, hereby declare that we:",
    ),
    "service": ("layanan {title}", "the service {title}"),
    "promise": (
        "sanggup menyelenggarakan {service} sesuai dengan {standard};",
        "are able to give {service} according to {standard};",
    ),
    "standard": ("standar pelayanan", "the service standard"),
    "standard_set": (
        "standar pelayanan yang ditetapkan dengan Surat Keputusan {number}",
        "the service standard that was set by decree {number}",
    ),
    "decree_number": ("Nomor\N{NO-BREAK SPACE}{number}", "number {number}"),
    "duty": (
        "akan memenuhi kewajiban kami dalam melayani dan memperbaiki mutu pelayanan secara terus-menerus; dan",
        "will do our duty in serving and improve the service all the time; and",
    ),
    "readiness": (
        "bersedia menerima sanksi dan/atau memberikan kompensasi sesuai dengan ketentuan peraturan "
        "perundang-undangan apabila pelayanan kami tidak memenuhi standar tersebut.",
        "are ready to take sanctions and/or give compensation, as the law provides, if our service does not meet "
        "that standard.",
    ),
}
