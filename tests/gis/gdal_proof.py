"""GDAL reads every format that portolan exports, complains of nothing, and finds the same values in each.

    gdal_proof.py FOLDER    with route.geojson, .gpkg, .kml, .gpx, route.places.csv and so on in it
"""

import json
import os
import subprocess
import sys

from osgeo import gdal, ogr, osr

gdal.UseExceptions()
complaints = []
gdal.PushErrorHandler(lambda level, number, words: complaints.append(words))

LAYERS = ("places", "legs", "claims", "bands", "rings")


def check(holds, words):
    if not holds:
        raise AssertionError(words)


def truth(folder):
    """The features of each layer as GeoJSON has them, read without GDAL."""
    with open(os.path.join(folder, "route.geojson"), encoding="utf-8") as file:
        collection = json.load(file)
    layers = {name: [] for name in LAYERS}
    for feature in collection["features"]:
        own = {
            name: value
            for name, value in feature["properties"].items()
            if name not in ("layer", "title") and not name.startswith(("stroke", "fill", "marker-"))
        }
        layers[feature["properties"]["layer"]].append((own, feature["geometry"]))
    return layers


def wgs84(layer):
    reference = layer.GetSpatialRef()
    expected = osr.SpatialReference()
    expected.ImportFromEPSG(4326)
    check(reference is not None and reference.IsSameGeogCS(expected), f"{layer.GetName()} is not in WGS84")


def positions(geometry):
    """All positions of a geometry, parts in their order."""
    if geometry is None:
        return []
    if geometry.GetGeometryCount():
        parts = (geometry.GetGeometryRef(at) for at in range(geometry.GetGeometryCount()))
        return [position for part in parts for position in positions(part)]
    return [(point[0], point[1]) for point in geometry.GetPoints()]


def expected_positions(geometry):
    if geometry is None:
        return []
    found = []

    def walk(item):
        if isinstance(item[0], (int, float)):
            found.append((item[0], item[1]))
        else:
            for part in item:
                walk(part)

    walk(geometry["coordinates"])
    return found


def same_value(found, expected, where):
    if expected is None or expected == "":
        check(found in (None, ""), f"{where}: {found!r} for nothing")
    elif isinstance(expected, bool):
        check(str(found).lower() in (str(expected).lower(), str(int(expected))), f"{where}: {found!r} for {expected}")
    elif isinstance(expected, (int, float)):
        check(abs(float(found) - expected) < 1e-9, f"{where}: {found!r} for {expected}")
    else:
        text = str(found).replace("/", "-") if where.endswith((" start", " end")) else found
        check(text[: len(expected)] == expected, f"{where}: {found!r} for {expected!r}")


def compare(layer, expected, where, names=lambda name: name, geometry_type=None):
    check(layer.GetFeatureCount() == len(expected), f"{where} has {layer.GetFeatureCount()} features")
    layer.ResetReading()
    values = 0
    for feature, (attributes, geometry) in zip(layer, expected):
        found = feature.GetGeometryRef()
        if geometry_type == ogr.wkbMultiPolygon:
            # The package of a project is cut at the seam of its projection too, a metre beside it.
            whole = ogr.CreateGeometryFromJson(json.dumps(geometry))
            check(found.IsValid() and whole.IsValid(), f"{where}: not valid")
            check(abs(found.GetArea() - whole.GetArea()) < 1e-3, f"{where}: another area")
        elif where.startswith("GeoPackage rings") or where.startswith("the copy's rings"):
            # The same; a piece may start where the project's seam is.
            whole = ogr.CreateGeometryFromJson(json.dumps(geometry))
            check(abs(found.Length() - whole.Length()) < 1e-3, f"{where}: another length")
        else:
            check(positions(found) == expected_positions(geometry), f"{where}: another geometry")
        if found is not None and geometry_type is not None:
            check(ogr.GT_Flatten(found.GetGeometryType()) == geometry_type, f"{where}: {found.GetGeometryName()}")
        for name, value in attributes.items():
            at = feature.GetFieldIndex(names(name))
            if at < 0:
                check(value in (None, ""), f"{where} has no {name}")
                continue
            read = feature.GetField(at) if feature.IsFieldSetAndNotNull(at) else None
            same_value(read, value, f"{where} {name}")
            values += value not in (None, "")
    return values


def geopackage(path, layers, label):
    data = gdal.OpenEx(path, gdal.OF_VECTOR)
    types = {"places": ogr.wkbPoint, "legs": ogr.wkbMultiLineString, "claims": ogr.wkbMultiLineString}
    types["bands"], types["rings"] = ogr.wkbMultiPolygon, ogr.wkbMultiLineString
    values = 0
    for name, expected in layers.items():
        layer = data.GetLayerByName(name)
        wgs84(layer)
        check(layer.GetGeomType() == types[name], f"{label} {name} is {ogr.GeometryTypeToName(layer.GetGeomType())}")
        values += compare(layer, expected, f"{label} {name}", geometry_type=types[name])
    legs = data.GetLayerByName("legs").GetLayerDefn()
    kind = legs.GetFieldDefn(legs.GetFieldIndex("start")).GetType()
    check(kind == ogr.OFTDate, f"{label}: start is {ogr.GetFieldTypeName(kind)}")
    return values


def geojson(folder, layers):
    data = gdal.OpenEx(os.path.join(folder, "route.geojson"), gdal.OF_VECTOR)
    layer = data.GetLayer(0)
    wgs84(layer)
    everything = [feature for features in layers.values() for feature in features]
    return compare(layer, everything, "GeoJSON")


def tables(folder, layers):
    values = 0
    for name, expected in layers.items():
        data = gdal.OpenEx(os.path.join(folder, f"route.{name}.csv"), gdal.OF_VECTOR)
        values += compare(data.GetLayer(0), expected, f"CSV {name}")
    return values


def kml(folder, layers):
    data = gdal.OpenEx(os.path.join(folder, "route.kml"), gdal.OF_VECTOR)
    values = 0
    for name, expected in layers.items():
        layer = data.GetLayerByName(name)
        wgs84(layer)
        # LIBKML has one field for our `name` and KML's, and takes the span's end for our `end`.
        values += compare(layer, expected, f"KML {name}", names=lambda name: {"name": "Name"}.get(name, name))
    return values


def flatgeobuf(folder, layers):
    values = 0
    for name, expected in layers.items():
        data = gdal.OpenEx(os.path.join(folder, f"route.{name}.fgb"), gdal.OF_VECTOR)
        layer = data.GetLayer(0)
        wgs84(layer)
        somewhere = {each[0]["id"]: each for each in expected if each[1] is not None}
        # In the order of the spatial index.
        ordered = [somewhere[feature["id"]] for feature in layer]
        values += compare(layer, ordered, f"FlatGeobuf {name}")
        check(not somewhere or layer.TestCapability(ogr.OLCFastSpatialFilter), f"FlatGeobuf {name} has no spatial index")
        for label, (_, geometry) in somewhere.items():
            x, y = expected_positions(geometry)[0]
            layer.SetSpatialFilterRect(x - 1e-6, y - 1e-6, x + 1e-6, y + 1e-6)
            check(label in [feature["id"] for feature in layer], f"FlatGeobuf {name}: {label} is not found where it is")
    return values


def gpx(folder, layers):
    data = gdal.OpenEx(os.path.join(folder, "route.gpx"), gdal.OF_VECTOR)
    prefixed = lambda name: f"portolan_{name}"  # noqa: E731
    somewhere = {name: [each for each in layers[name] if each[1] is not None] for name in ("places", "legs")}
    values = compare(data.GetLayerByName("waypoints"), somewhere["places"], "GPX places", names=prefixed)
    routes = data.GetLayerByName("routes")
    wgs84(routes)
    check(routes.GetFeatureCount() == len(somewhere["legs"]), "GPX: another number of routes")
    for feature, (attributes, _) in zip(routes, somewhere["legs"]):
        for name in ("id", "mode", "distance_km", "certainty"):
            same_value(feature.GetField(prefixed(name)), attributes[name], f"GPX legs {name}")
    return values


def round_trip(folder, layers):
    """ogr2ogr keeps everything."""
    source, copy = os.path.join(folder, "route.gpkg"), os.path.join(folder, "copy.gpkg")
    subprocess.run(["ogr2ogr", "-f", "GPKG", copy, source], check=True)
    return geopackage(copy, layers, "the copy's")


def ogrinfo(folder):
    for name in sorted(os.listdir(folder)):
        if name.endswith((".geojson", ".gpkg", ".csv", ".kml", ".gpx", ".fgb")):
            run = subprocess.run(["ogrinfo", "-al", os.path.join(folder, name)], capture_output=True, text=True, check=True)
            for line in (run.stdout + run.stderr).splitlines():
                check(not line.startswith(("Warning", "ERROR")), f"ogrinfo of {name}: {line}")


def main(folder):
    layers = truth(folder)
    ogrinfo(folder)
    counts = {
        "GeoJSON": geojson(folder, layers),
        "GeoPackage": geopackage(os.path.join(folder, "route.gpkg"), layers, "GeoPackage"),
        "CSV": tables(folder, layers),
        "KML": kml(folder, layers),
        "FlatGeobuf": flatgeobuf(folder, layers),
        "GPX": gpx(folder, layers),
        "round trip": round_trip(folder, layers),
    }
    check(not complaints, f"GDAL complains: {complaints}")
    print("GDAL finds the same values:", ", ".join(f"{name} {count}" for name, count in counts.items()))


main(sys.argv[1])
