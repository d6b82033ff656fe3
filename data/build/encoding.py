"""How numbers, texts and compressed blocks are written. src/world/encoding.rs and src/world/blocks.rs say the same about reading them.

varint   unsigned, seven bits a byte, least significant first, the high bit set on all bytes but the last
zigzag   signed as varint: 0, -1, 1, -2 … become 0, 1, 2, 3 …
"""

import zopfli.zlib


def varint(number):
    """An unsigned number."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def zigzag(number):
    """A signed number."""
    return varint(2 * number if number >= 0 else -2 * number - 1)


def text(string):
    """Its length in bytes, then UTF-8."""
    encoded = string.encode()
    return varint(len(encoded)) + encoded


def deflated(raw):
    """Raw deflate: zlib's without its head and checksum."""
    return zopfli.zlib.compress(raw, numiterations=5)[2:-4]


def blocks(items):
    """A file of compressed blocks from pairs (label, raw): per block a text, the compressed and the raw length; then raw deflate."""
    index, data = bytearray(varint(len(items))), bytearray()
    for label, raw in items:
        packed = deflated(raw)
        index += text(label) + varint(len(packed)) + varint(len(raw))
        data += packed
    return bytes(index + data)
