"""What templates and macros see: frozen, with everything already said."""
