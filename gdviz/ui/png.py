"""Pictures as PNG."""

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QImageWriter


def png(image: QImage) -> bytes:
    """The image as the content of a PNG file."""
    buffer = QBuffer()
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
