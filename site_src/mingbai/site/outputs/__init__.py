"""The files of a site that are not pages."""
