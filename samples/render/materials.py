"""Materials of Cycles' procedural textures only."""
import bpy


class Graph:
    """A material under construction: short names for nodes and links."""

    def __init__(self, name):
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.tree.nodes.clear()
        self.output = self.add("OutputMaterial")

    def add(self, kind, inputs=None, **attributes):
        node = self.tree.nodes.new("ShaderNode" + kind)
        for key, value in attributes.items():
            setattr(node, key, value)
        for key, value in (inputs or {}).items():
            self.set(node, key, value)
        return node

    def set(self, node, key, value):
        socket = node.inputs[key]
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        elif isinstance(value, tuple) and len(value) == 3 and socket.type == "RGBA":
            socket.default_value = (*value, 1.0)
        else:
            socket.default_value = value

    def coordinates(self, scale=(1, 1, 1), kind="Object", rotation=(0, 0, 0)):
        source = self.add("TexCoord").outputs[kind]
        return self.add("Mapping", {"Vector": source, "Scale": scale, "Rotation": rotation}).outputs[0]

    def noise(self, where, scale=5.0, detail=6.0, roughness=0.55, distortion=0.0):
        return self.add("TexNoise", {"Vector": where, "Scale": scale, "Detail": detail, "Roughness": roughness, "Distortion": distortion}).outputs[0]

    def ramp(self, value, stops):
        node = self.add("ValToRGB", {"Fac": value})
        band = node.color_ramp
        while len(band.elements) < len(stops):
            band.elements.new(0.5)
        for element, (position, colour) in zip(band.elements, stops):
            element.position = position
            element.color = (*colour, 1.0) if isinstance(colour, tuple) else (colour, colour, colour, 1.0)
        return node.outputs[0]

    def mix(self, factor, a, b, blend="MIX"):
        return self.add("MixRGB", {"Fac": factor, "Color1": a, "Color2": b}, blend_type=blend).outputs[0]

    def math(self, operation, a, b=0.0):
        node = self.add("Math", operation=operation)
        self.set(node, 0, a)
        self.set(node, 1, b)
        return node.outputs[0]

    def bump(self, height, distance=0.002, strength=1.0, normal=None):
        node = self.add("Bump", {"Height": height, "Distance": distance, "Strength": strength})
        if normal is not None:
            self.set(node, "Normal", normal)
        return node.outputs[0]

    def random(self):
        """A number in [0, 1) that differs from object to object."""
        return self.add("ObjectInfo").outputs["Random"]

    def surface(self, shader):
        self.tree.links.new(shader, self.output.inputs["Surface"])
        return self.material

    def principled(self, **inputs):
        names = {key.replace("_", " ").title(): value for key, value in inputs.items()}
        return self.add("BsdfPrincipled", names).outputs[0]


def plain(name, colour, roughness=0.5, metallic=0.0, specular=0.5, clearcoat=0.0):
    g = Graph(name)
    return g.surface(g.principled(base_color=colour, roughness=roughness, metallic=metallic, specular=specular, clearcoat=clearcoat))


def glow(name, colour, strength, lights_scene=False):
    """A light that the camera sees; unless lights_scene, it is left out of light sampling, so that a hundred lamps add no noise."""
    g = Graph(name)
    material = g.surface(g.add("Emission", {"Color": colour, "Strength": strength}).outputs[0])
    material.cycles.sample_as_light = lights_scene
    return material


def mottled(name, dark, light, scale=20.0, roughness=0.6, bump=0.0, metallic=0.0, specular=0.4, clearcoat=0.0, vary=0.0):
    """Two colours in cloudy patches; vary changes the brightness from object to object."""
    g = Graph(name)
    n = g.noise(g.coordinates(), scale, 8.0)
    colour = g.ramp(n, [(0.3, dark), (0.7, light)])
    if vary > 0:
        level = g.math("MULTIPLY_ADD", g.random(), vary)
        level.node.inputs[2].default_value = 1.0 - vary / 2
        colour = g.mix(1.0, colour, level, "MULTIPLY")
    inputs = dict(base_color=colour, roughness=roughness, metallic=metallic, specular=specular, clearcoat=clearcoat)
    if bump > 0:
        inputs["normal"] = g.bump(n, bump)
    return g.surface(g.principled(**inputs))


def wood(name, dark, light, scale=1.0, axis="X", roughness=0.45, clearcoat=0.0, bump=0.0004, contrast=1.0, shift=True, specular=0.5):
    """Growth rings cut lengthwise along an axis, fine pores and per-object offset."""
    g = Graph(name)
    stretch = {"X": (0.12, 1, 1), "Y": (1, 0.12, 1), "Z": (1, 1, 0.12)}[axis]
    where = g.coordinates(tuple(scale * s for s in stretch))
    if shift:
        offset = g.math("MULTIPLY", g.random(), 37.0)
        where = g.add("VectorMath", {0: where, 1: offset}, operation="ADD").outputs[0]
    warped = g.noise(where, 2.2, 3.0, 0.5)
    rings = g.math("FRACT", g.math("MULTIPLY", warped, 9.0))
    ring = g.ramp(rings, [(0.0, 0.15), (0.55, 0.75), (0.9, 1.0), (1.0, 0.2)])
    pores = g.noise(g.add("VectorMath", {0: where, 1: tuple(1.0 if s < 1 else 5.0 for s in stretch)}, operation="MULTIPLY").outputs[0], 22.0, 5.0, 0.65)
    tone = g.math("ADD", g.math("MULTIPLY", ring, 0.45 * contrast), g.math("MULTIPLY", pores, 0.75))
    colour = g.ramp(tone, [(0.25, dark), (0.8, light)])
    level = g.math("MULTIPLY_ADD", g.random(), 0.3)
    level.node.inputs[2].default_value = 0.85
    colour = g.mix(1.0, colour, level, "MULTIPLY")
    rough = g.math("MULTIPLY_ADD", pores, -0.15)
    rough.node.inputs[2].default_value = roughness + 0.08
    return g.surface(g.principled(base_color=colour, roughness=rough, clearcoat=clearcoat, clearcoat_roughness=0.08, specular=specular, normal=g.bump(tone, bump)))


def foliage(name, dark, light, translucency=0.45, scale=30.0, roughness=0.5, specular=0.3, vary=0.5):
    """A thin leaf or petal: reflects, and lets light through in a warmer tone."""
    g = Graph(name)
    n = g.noise(g.coordinates(), scale, 4.0)
    colour = g.ramp(n, [(0.3, dark), (0.7, light)])
    level = g.math("MULTIPLY_ADD", g.random(), vary)
    level.node.inputs[2].default_value = 1.0 - vary / 2
    colour = g.mix(1.0, colour, level, "MULTIPLY")
    front = g.principled(base_color=colour, roughness=roughness, specular=specular)
    through = g.add("BsdfTranslucent", {"Color": g.mix(1.0, colour, (1.0, 0.95, 0.6), "MULTIPLY")}).outputs[0]
    return g.surface(g.add("MixShader", {0: translucency, 1: front, 2: through}).outputs[0])


def stone(name, dark, light, scale=6.0, bump=0.02, moss=None):
    """Cloudy, cracked rock; moss is an optional colour on upward faces."""
    g = Graph(name)
    where = g.coordinates()
    cloud = g.noise(where, scale, 10.0, 0.62)
    cracks = g.add("TexVoronoi", {"Vector": where, "Scale": scale * 1.6}, feature="DISTANCE_TO_EDGE").outputs[0]
    crack = g.ramp(cracks, [(0.0, 0.55), (0.06, 1.0)])
    colour = g.mix(1.0, g.ramp(cloud, [(0.3, dark), (0.7, light)]), crack, "MULTIPLY")
    grains = g.noise(where, scale * 25, 3.0, 0.7)
    colour = g.mix(0.35, colour, g.ramp(grains, [(0.35, 0.2), (0.65, 1.0)]), "MULTIPLY")
    height = g.math("ADD", cloud, g.math("MULTIPLY", crack, 0.15))
    if moss is not None:
        up = g.add("SeparateXYZ", {0: g.add("NewGeometry").outputs["Normal"]}).outputs[2]
        cover = g.ramp(g.math("ADD", up, g.math("MULTIPLY", cloud, 0.9)), [(0.95, 0.0), (1.2, 1.0)])
        colour = g.mix(cover, colour, g.ramp(grains, [(0.3, tuple(0.4 * c for c in moss)), (0.7, moss)]))
    return g.surface(g.principled(base_color=colour, roughness=0.85, specular=0.25, normal=g.bump(height, bump)))


def bricks(name, a, b, mortar, scale=4.0):
    g = Graph(name)
    where = g.coordinates(kind="Object", rotation=(1.5708, 0, 0))
    tex = g.add("TexBrick", {"Vector": where, "Color1": a, "Color2": b, "Mortar": mortar, "Scale": scale, "Mortar Size": 0.012, "Brick Width": 0.5, "Row Height": 0.16})
    n = g.noise(where, scale * 6, 6.0)
    colour = g.mix(0.6, tex.outputs[0], g.ramp(n, [(0.25, 0.35), (0.75, 1.1)]), "MULTIPLY")
    return g.surface(g.principled(base_color=colour, roughness=0.9, specular=0.2, normal=g.bump(g.math("SUBTRACT", n, g.math("MULTIPLY", tex.outputs[1], 1.0)), 0.01)))
