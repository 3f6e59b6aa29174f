"""Makes ``docs/gallery.md`` and its pictures: ``python tests/docs/make_gallery.py`` (needs Pillow and pypdfium2).

Only pictures whose drawing has changed are made anew; ``--all`` makes every one.
"""

from __future__ import annotations

import json
import sys
from io import BytesIO
from typing import Any

from gallery import DIGESTS, FOLDER, LARGE, PAGE, SMALL, Plate, page, plates
from views import standards

COLOURS = 48
WIDE = 1.8
"""What is wider than so many heights is shown larger, so that it can be read."""


def main() -> None:
    """Write the page, the pictures and their digests; remove pictures of what is no longer there."""
    FOLDER.mkdir(exist_ok=True)
    known: dict[str, str] = json.loads(DIGESTS.read_text(encoding="utf-8")) if DIGESTS.exists() else {}
    wanted = plates()
    for plate in wanted:
        file = FOLDER / plate.name
        if "--all" in sys.argv or known.get(plate.name) != plate.digest or not file.exists():
            file.write_bytes(_small(_image(plate), plate))
    for file in FOLDER.glob("*.png"):
        if file.name not in {plate.name for plate in wanted}:
            file.unlink()
    digests = {plate.name: plate.digest for plate in wanted}
    DIGESTS.write_text(json.dumps(digests, indent=0, sort_keys=True) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    size = sum(file.stat().st_size for file in FOLDER.iterdir())
    sys.stdout.write(f"{len(wanted)} pictures, {size / 1e6:.1f} MB\n")


def _image(plate: Plate) -> Any:
    from PIL import Image

    if plate.kind == "svg":
        from sop_engine.render.image import png

        return Image.open(BytesIO(png(plate.source, 144))).convert("RGB")
    import pypdfium2

    document = pypdfium2.PdfDocument(_pdf(plate))
    return document[0].render(scale=2.0).to_pil().convert("RGB")


def _pdf(plate: Plate) -> bytes:
    from sop_engine.render.charter import pdf as charter_pdf
    from sop_engine.render.charter.document import charter_sheet
    from sop_engine.render.sheet import pdf
    from sop_engine.render.sheet.document import sheet

    compiled = standards()[plate.standard]
    if plate.kind == "charter":
        return charter_pdf.document(charter_sheet(compiled.definition, compiled.unit))
    return pdf.document(sheet(compiled.definition, compiled.unit, compiled.flows), {})


def _small(image: Any, plate: Plate) -> bytes:
    from PIL import Image

    lying, standing = SMALL if plate.small else LARGE
    width = lying if image.width > image.height else standing
    width = min(image.width, round(width * max(1.0, image.width / image.height / WIDE)))
    height = round(image.height * width / image.width)
    little = image.resize((width, height), Image.Resampling.LANCZOS)
    packed = BytesIO()
    little.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


if __name__ == "__main__":
    main()
