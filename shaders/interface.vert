#version 300 es
// The interface: positions in CSS pixels from the top left, colours straight (not premultiplied).

uniform vec2 u_size;  // of the picture, in CSS pixels

layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_texture;
layout(location = 2) in vec4 a_color;

out vec2 v_texture;
out vec4 v_color;

void main() {
    v_texture = a_texture;
    v_color = a_color;
    vec2 unit = a_position / u_size;
    gl_Position = vec4(unit.x * 2.0 - 1.0, 1.0 - unit.y * 2.0, 0.0, 1.0);
}
