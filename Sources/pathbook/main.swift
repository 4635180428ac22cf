print("pathbook")
