"""A second engine: reads heqi texts and settles them, plainly, apart from the program in C."""
