"""The exercises drawn: poses as data, and what writes them as SVG and as APL's vector graphics."""
