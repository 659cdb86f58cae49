"""What leaves the program: tables; painting comes in as a callback, no widget is known here."""
