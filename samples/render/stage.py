"""Camera, lamps and skies."""
import math

import bpy
from mathutils import Vector


def camera(location, target):
    data = bpy.data.cameras.new("camera")
    thing = bpy.data.objects.new("camera", data)
    thing.location = location
    thing.rotation_euler = (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(thing)
    bpy.context.scene.camera = thing


def area_lamp(location, target, watts, size, colour=(1, 1, 1)):
    data = bpy.data.lights.new("area", "AREA")
    data.energy, data.size, data.color = watts, size, colour
    thing = bpy.data.objects.new("area", data)
    thing.location = location
    thing.rotation_euler = (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_euler()
    thing.visible_camera = False
    bpy.context.collection.objects.link(thing)
    return thing


def point_lamp(location, watts, radius, colour=(1, 1, 1)):
    data = bpy.data.lights.new("point", "POINT")
    data.energy, data.shadow_soft_size, data.color = watts, radius, colour
    thing = bpy.data.objects.new("point", data)
    thing.location = location
    thing.visible_camera = False
    bpy.context.collection.objects.link(thing)
    return thing


def sun(elevation, azimuth, strength, colour=(1, 1, 1), angle=0.0093):
    """A sun lamp; azimuth in degrees clockwise from +y, the way the camera looks."""
    data = bpy.data.lights.new("sun", "SUN")
    data.energy, data.color, data.angle = strength, colour, angle
    thing = bpy.data.objects.new("sun", data)
    e, a = math.radians(elevation), math.radians(azimuth)
    towards = Vector((math.cos(e) * math.sin(a), math.cos(e) * math.cos(a), math.sin(e)))
    thing.rotation_euler = towards.to_track_quat("Z", "Y").to_euler()
    bpy.context.collection.objects.link(thing)


def _world():
    world = bpy.data.worlds.new("world")
    bpy.context.scene.world = world
    world.use_nodes = True
    return world.node_tree


def gradient_sky(stops, strength):
    """A sky whose colour depends on the height above the horizon: stops of (sine of elevation, colour)."""
    tree = _world()
    background = tree.nodes["Background"]
    direction = tree.nodes.new("ShaderNodeTexCoord").outputs["Generated"]
    height = tree.nodes.new("ShaderNodeSeparateXYZ")
    tree.links.new(direction, height.inputs[0])
    ramp = tree.nodes.new("ShaderNodeValToRGB")
    band = ramp.color_ramp
    while len(band.elements) < len(stops):
        band.elements.new(0.5)
    for element, (position, colour) in zip(band.elements, stops):
        element.position, element.color = position, (*colour, 1.0)
    tree.links.new(height.outputs[2], ramp.inputs[0])
    tree.links.new(ramp.outputs[0], background.inputs[0])
    background.inputs[1].default_value = strength


def clear_sky(elevation, azimuth, strength, dust=1.5, clouds=0.0):
    """Nishita's sky without its sun disc (a sun lamp is sampled better); clouds adds soft veils of noise."""
    tree = _world()
    sky = tree.nodes.new("ShaderNodeTexSky")
    sky.sky_type, sky.sun_disc = "NISHITA", False
    sky.sun_elevation, sky.sun_rotation, sky.dust_density = math.radians(elevation), math.radians(azimuth), dust
    colour = sky.outputs[0]
    if clouds > 0:
        direction = tree.nodes.new("ShaderNodeTexCoord").outputs["Generated"]
        stretch = tree.nodes.new("ShaderNodeMapping")
        stretch.inputs["Scale"].default_value = (2.0, 2.0, 7.0)
        tree.links.new(direction, stretch.inputs[0])
        noise = tree.nodes.new("ShaderNodeTexNoise")
        noise.inputs["Scale"].default_value, noise.inputs["Detail"].default_value = 1.6, 8.0
        noise.inputs["Roughness"].default_value = 0.58
        tree.links.new(stretch.outputs[0], noise.inputs[0])
        ramp = tree.nodes.new("ShaderNodeValToRGB")
        ramp.color_ramp.elements[0].position, ramp.color_ramp.elements[0].color = 0.48, (0, 0, 0, 1)
        ramp.color_ramp.elements[1].position, ramp.color_ramp.elements[1].color = 0.75, (clouds, clouds, clouds, 1)
        tree.links.new(noise.outputs[0], ramp.inputs[0])
        mix = tree.nodes.new("ShaderNodeMixRGB")
        mix.inputs[2].default_value = (9.0, 8.8, 8.6, 1)
        tree.links.new(ramp.outputs[0], mix.inputs[0])
        tree.links.new(colour, mix.inputs[1])
        colour = mix.outputs[0]
    tree.links.new(colour, tree.nodes["Background"].inputs[0])
    tree.nodes["Background"].inputs[1].default_value = strength
