"""Results as one web page that needs nothing but a browser, and the pieces that any page of the program is made of."""
