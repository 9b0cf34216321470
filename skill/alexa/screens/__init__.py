"""What a device with a screen shows, as an APL document and the data that it draws."""
