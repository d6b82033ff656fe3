"""QGIS loads what portolan exports: layers valid, drawn by mode and certainty, labelled. Leaves pictures to look at.

    qgis_proof.py FOLDER...    with route.qgz, route.gpkg, route.points.geojson and route.lines.geojson in each; the first
                               is of the shipped route
"""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    NULL,
    QgsApplication,
    QgsCoordinateTransform,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsLabelingEngineSettings,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

# The colours and dashes that the sheet has for the modes and certainties of the shipped route.
LEGS = {"sea, reported": ("#0c4cbc", [2.34, 1.04]), "rail, inferred": ("#e05400", [0.01, 1.365])}
# Colour and opacity of the strip.
BAND = ("#1c232b", 56)
# The colours and widths of measured lines, by verdict.
CLAIMS = {"measured distance, agrees": ("#00705c", 0.572), "measured distance, disagrees": ("#a81e14", 0.338)}
PLACES = {"mentioned", "on the way", "stop"}


def check(holds, words):
    if not holds:
        raise AssertionError(words)


def layer(path, name):
    found = QgsVectorLayer(path, name, "ogr")
    check(found.isValid(), f"{path} is no layer")
    check(found.crs().authid() in ("EPSG:4326", "OGC:CRS84"), f"{path}: {found.crs().authid()}")
    return found


def rules(found):
    renderer = found.renderer()
    check(isinstance(renderer, QgsRuleBasedRenderer), f"{found.name()}: {renderer.type()}")
    return {rule.label(): rule for rule in renderer.rootRule().children()}


def check_legs(found):
    by_label = rules(found)
    for label, (color, dash) in LEGS.items():
        check(label in by_label, f"{found.name()} has no rule {label}: {sorted(by_label)}")
        line = by_label[label].symbol().symbolLayer(1)
        check(line.color() == QColor(color), f"{label}: {line.color().name()}")
        check(line.useCustomDashPattern(), f"{label} has no dashes")
        check([round(part, 3) for part in line.customDashVector()] == dash, f"{label}: {line.customDashVector()}")
        check(abs(line.width() - 0.78) < 1e-6, f"{label}: {line.width()} mm")
        names = [feature["id"] for feature in found.getFeatures(by_label[label].filterExpression())]
        check(len(names) == 1, f"{label} draws {names}")


def check_labels(found, word):
    check(found.labelsEnabled(), f"{found.name()} has no labels")
    settings = found.labeling().settings()
    check(word in settings.fieldName, f"{found.name()} is labelled by {settings.fieldName}")
    # Held in names: QGIS hands out references into what nobody else holds.
    text = settings.format()
    rim = text.buffer()
    check(rim.enabled(), f"{found.name()}'s labels have no rim")


def check_claims(found):
    by_label = rules(found)
    for label, (color, width) in CLAIMS.items():
        check(label in by_label, f"{found.name()} has no rule {label}: {sorted(by_label)}")
        line = by_label[label].symbol().symbolLayer(1)
        check(line.color() == QColor(color), f"{label}: {line.color().name()}")
        check(abs(line.width() - width) < 1e-6, f"{label}: {line.width()} mm")
    levels = [by_label[label].symbol().symbolLayer(1).renderingPass() for label in CLAIMS]
    check(levels == [1, 2], f"claims lie above one another as {levels}")
    check_labels(found, "distance_km")
    settings = found.labeling().settings()
    properties = settings.dataDefinedProperties()
    color = properties.property(QgsPalLayerSettings.Color)
    check(color.isActive(), f"{found.name()}'s labels have one colour")
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.layerScope(found))
    seen = set()
    for claim in found.getFeatures("\"verdict\" IS NOT NULL"):
        context.setFeature(claim)
        seen.add((claim["verdict"], color.valueAsColor(context, QColor("#1c232b"))[0].name()))
        text = QgsExpression(settings.fieldName).evaluate(context)
        check(claim["distance_km"] in (None, NULL) or claim["says"] in text, f"a claim is labelled {text!r}")
    expected = {("agrees", "#00705c"), ("disagrees", "#a81e14")}
    check(expected <= seen, f"labels have the colours {sorted(seen)}")


def check_rings(found):
    line = rules(found)["distance"].symbol().symbolLayer(0)
    check((line.color().name(), line.color().alpha()) == ("#1c232b", 179), f"rings: {line.color().name()}")
    dashes = [round(part, 3) for part in line.customDashVector()]
    check(dashes == [1.17, 0.52, 0.26, 0.52], f"rings have the dashes {dashes}")
    check_labels(found, "label")
    check([feature["label"] for feature in found.getFeatures()] == ["200 km", "300 mi"], "other rings")


def check_places(found):
    by_label = rules(found)
    check(set(by_label) == PLACES, f"{found.name()}: {sorted(by_label)}")
    drawn = sum(len(list(found.getFeatures(rule.filterExpression()))) for rule in by_label.values())
    check(drawn == found.featureCount(), f"{drawn} of {found.featureCount()} places are drawn")
    check_labels(found, "name")


def check_bands(found):
    check(found.featureCount() == 1, f"{found.name()} has {found.featureCount()} strips")
    fill = rules(found)["reported distance"].symbol().symbolLayer(0).fillColor()
    check((fill.name(), fill.alpha()) == BAND, f"the strip is {fill.name()}, {fill.alpha()}")
    check(all(feature.geometry().isGeosValid() for feature in found.getFeatures()), "the strip crosses itself")
    check_labels(found, "label")


def render(layers, path, crs=None, extent=None, background=None):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(crs or QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setBackgroundColor(background or QColor("#ffffff"))
    settings.setOutputSize(QSize(1600, 900))
    settings.setOutputDpi(120)
    settings.setLabelingEngineSettings(QgsProject.instance().labelingEngineSettings())
    full = settings.fullExtent()
    settings.setExtent(extent or full.buffered(full.width() * 0.05))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    check(image.save(path), f"{path} was not saved")
    white = QColor("#ffffff").rgb()
    inked = sum(image.pixel(x, y) != white for x in range(0, 1600, 4) for y in range(0, 900, 4))
    check(inked > 200, f"{path} is all but empty")
    return image


def geopackage(folder):
    package = os.path.join(folder, "route.gpkg")
    places, legs, claims = (layer(f"{package}|layername={name}", name) for name in ("places", "legs", "claims"))
    check_places(places)
    check_legs(legs)
    check_claims(claims)
    rings = layer(f"{package}|layername=rings", "rings")
    check_rings(rings)
    check(QgsVectorLayer(f"{package}|layername=sources", "sources", "ogr").featureCount() == 9, "sources are missing")
    bands = layer(f"{package}|layername=bands", "bands")
    check_bands(bands)
    dates = legs.fields().field("start")
    check(dates.typeName() == "Date", f"start is {dates.typeName()}")
    render([places, legs, claims, rings, bands], os.path.join(folder, "geopackage.png"))


def geojson(folder):
    points = layer(os.path.join(folder, "route.points.geojson"), "points")
    lines = layer(os.path.join(folder, "route.lines.geojson"), "lines")
    areas = layer(os.path.join(folder, "route.areas.geojson"), "areas")
    check_bands(areas)
    check_places(points)
    check_legs(lines)
    check_claims(lines)
    check("distance" in rules(lines), "rings are not drawn")
    render([points, lines, areas], os.path.join(folder, "geojson.png"))


# The map's projections with PROJ's names for them.
PROJECTIONS = {
    "lambert-conformal-conic": "lcc",
    "albers-equal-area": "aea",
    "equal-earth": "eqearth",
    "natural-earth": "natearth",
    "robinson": "robin",
    "mercator": "merc",
    "transverse-mercator": "tmerc",
    "oblique-mercator": "omerc",
    "azimuthal-equal-area": "laea",
    "azimuthal-equidistant": "aeqd",
    "orthographic": "ortho",
}
GROUPS = [
    ("Route", ["places", "legs", "claims", "rings", "bands", "sources"]),
    ("Ground", ["borders", "coasts", "lakes", "land"]),
]


def project(folder, projection):
    opened = QgsProject.instance()
    check(opened.read(os.path.join(folder, "route.qgz")), "the project was not read")
    layers = opened.mapLayers().values()
    check(len(layers) == 10 and all(found.isValid() for found in layers), "a layer of the project is not valid")
    check(f"+proj={projection}" in opened.crs().toProj(), f"the project is in {opened.crs().toProj()}")
    whole = not opened.labelingEngineSettings().testFlag(QgsLabelingEngineSettings.UsePartialCandidates)
    check(whole, "names may be cut off at the edge")
    root = opened.layerTreeRoot()
    groups = [(group.name(), [child.name() for child in group.children()]) for group in root.children()]
    check(groups == GROUPS, f"the layers stand in {groups}")
    for found in layers:
        if found.isSpatial():
            rules(found)
    places = opened.mapLayersByName("places")[0]
    view = opened.viewSettings().defaultViewExtent()
    transform = QgsCoordinateTransform(places.crs(), opened.crs(), opened)
    for place in places.getFeatures():
        if place.hasGeometry():
            point = transform.transform(place.geometry().asPoint())
            check(view.contains(point), f"{place['name']} is not in the project's view")
    drawn = [node.layer() for node in root.findLayers() if node.layer().isSpatial()]
    picture = os.path.join(folder, "project.png")
    image = render(drawn, picture, opened.crs(), view, opened.backgroundColor())
    land, sea = QColor("#f7f4ee").rgb(), QColor("#dce7ee").rgb()
    colors = [image.pixel(x, y) for x in range(0, 1600, 10) for y in range(0, 900, 10)]
    check(all(colors.count(color) > len(colors) // 20 for color in (land, sea)), f"{picture} shows no land or no sea")


def main(folders):
    application = QgsApplication([], False)
    application.initQgis()
    geopackage(folders[0])
    geojson(folders[0])
    for folder, projection in zip(folders, ("lcc", "eqearth")):
        project(folder, projection)
    for name, projection in PROJECTIONS.items():
        project(os.path.join(folders[0], name), projection)
    QgsProject.instance().clear()
    application.exitQgis()
    print("QGIS draws all layers as portolan does; pictures in", " ".join(folders))


main(sys.argv[1:])
