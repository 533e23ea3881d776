"""What commands wrote in the folder of a dossier, remembered outside it, so that its user can take it back."""
