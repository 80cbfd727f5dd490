"""How each carrier's media stream speaks: parsing and composing, no sockets."""
