"""What programs may ask of the server: written once, told as OpenAPI and as a page."""
