"""Makes data/fonts from the pinned package of the Inter typeface: `fonts.py CACHE_DIR OUT_DIR`.

Three faces, cut down to the characters that a map of reported routes can need and to the layout features
that the program asks for. Those that few words are set in are kept as raw deflate (NAME.ttf.deflate), half as large. The
package is fetched into CACHE_DIR unless it is there, and checked. The same input and the same version of fontTools (requirements-fonts.txt) give the same bytes.
"""

import hashlib
import io
import subprocess
import sys
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from encoding import deflated

PACKAGE = "@expo-google-fonts/inter@0.4.2"
TARBALL = "expo-google-fonts-inter-0.4.2.tgz"
SHA256 = "b5c1e5878c07a5637169da9f7b1f370c69709f1f8de55998e2522f7aa9dfe2a9"

FACES = {
    "Inter-Regular.ttf": "package/400Regular/Inter_400Regular.ttf",
    "Inter-Bold.ttf": "package/700Bold/Inter_700Bold.ttf",
    "Inter-Italic.ttf": "package/400Regular_Italic/Inter_400Regular_Italic.ttf",
}
SELDOM = {"Inter-Bold.ttf", "Inter-Italic.ttf"}
LICENCE = ("OFL.txt", "package/LICENSE_FONT")

CHARACTERS = [
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Extended-A and -B
    (0x0259, 0x0259),  # schwa, of Azerbaijani, which has only its capital above
    (0x02B0, 0x02DD),  # modifier letters: the primes and apostrophes of transliteration
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic and its supplement
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese, transliterated Arabic
    (0x2000, 0x206F),  # general punctuation, primes, spaces
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20A0, 0x20C0),  # currencies
    (0x2113, 0x2113),  # litre
    (0x2116, 0x2117),  # numero sign
    (0x2122, 0x2122),  # trade mark
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2202, 0x2202),  # partial differential
    (0x2206, 0x2206),  # increment
    (0x2211, 0x221A),  # sum, minus, root
    (0x221E, 0x221E),  # infinity
    (0x2248, 0x2248),  # almost equal
    (0x2260, 0x2265),  # unequal, less or equal, greater or equal
    (0x25A0, 0x25CF),  # squares, triangles, circles of a legend
    (0xFB00, 0xFB02),  # ligatures that copied text may hold
]

# Marks must sit where they belong, and figures in a table under each other. Left out: `calt`, which turns
# "->" into an arrow and "3x4" into a product where a source is quoted to the letter, and `case`.
FEATURES = ["ccmp", "locl", "tnum", "kern", "mark", "mkmk"]


def package(cache):
    """The package's bytes, fetched if need be and known to be the pinned ones."""
    path = cache / TARBALL
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", "--silent", "--pack-destination", str(cache), PACKAGE]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    data = path.read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        sys.exit(f"{path}: SHA-256 is {found}, not {SHA256}; remove the file, or look who changed it")
    return data


def subset(data):
    """The face `data` with CHARACTERS and FEATURES only, without hints, as bytes."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = False
    options.legacy_kern = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["STAT", "gasp", "DSIG", "meta"]
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in CHARACTERS for c in range(first, last + 1)])
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    fonts = Path(sys.argv[2])
    with tarfile.open(fileobj=io.BytesIO(package(Path(sys.argv[1])))) as members:
        for name, member in FACES.items():
            font = subset(members.extractfile(member).read())
            file, data = (f"{name}.deflate", deflated(font)) if name in SELDOM else (name, font)
            (fonts / file).write_bytes(data)
        name, member = LICENCE
        (fonts / name).write_bytes(members.extractfile(member).read())
    for path in sorted(fonts.iterdir()):
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
