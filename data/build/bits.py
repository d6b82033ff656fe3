"""Numbers of any width, one after the other: the least significant bit of a byte comes first, the last byte is filled with zeros."""


class Bits:
    """A run of bits that grows."""

    def __init__(self):
        self._all, self._length = 0, 0

    def put(self, number, width):
        """Appends the number in so many bits."""
        if not 0 <= number < 1 << width:
            raise ValueError(f"{number} doesn't fit into {width} bits")
        self._all |= number << self._length
        self._length += width

    def bytes(self):
        """What has been put."""
        return self._all.to_bytes((self._length + 7) // 8, "little")
