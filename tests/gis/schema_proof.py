"""KML and GPX are valid by their own schemas (OGC's ogckml22.xsd, Topografix's gpx.xsd).

    schema_proof.py FILE...
"""

import importlib.util
import sys
from pathlib import Path

from fastkml.validator import validate
from lxml import etree

package = importlib.util.find_spec("gpx")
gpx = etree.XMLSchema(file=str(Path(package.origin).with_name("gpx.xsd")))
for path in map(Path, sys.argv[1:]):
    if path.suffix == ".kml":
        try:
            valid = validate(file_to_validate=path)
        except AssertionError as error:
            sys.exit(f"{path}: {error}")
        if valid is not True:
            sys.exit(f"{path} could not be validated")
    else:
        document = etree.parse(str(path))
        if not gpx.validate(document):
            sys.exit(f"{path}: {gpx.error_log.filter_from_errors()[0]}")
print(f"{len(sys.argv) - 1} files of KML and GPX are valid by their schemas")
