"""Home of each role with «Сейчас нужно», search, the card of a person with history and «кто смотрел мои данные»."""
