/// The words of the page on data.
enum DataWords {
  static let all: [String: (english: String, spanish: String)] = [
    "back_to_shipped": ("Back to the shipped data", "Volver a los datos incluidos"),
    "choice_gone": (
      "The data that was chosen earlier cannot be read. The shipped data is used instead.",
      "Los datos elegidos antes no se pueden leer. En su lugar se usan los datos incluidos."
    ),
    "used_data": ("Data in use", "Datos en uso"),
    "occupation": ("Occupation", "Ocupación"),
    "wages_of": ("Wages", "Salarios"),
    "edition": ("Edition", "Edición"),
    "data_from": ("From", "De"),
    "content_hash": ("Fingerprint of the content", "Huella del contenido"),
    "data_check": ("Check of the figures", "Revisión de las cifras"),
    "check_findings": ("Everything the check says", "Todo lo que dice la revisión"),
    "sources_and_age": ("Sources and how old they are", "Fuentes y su antigüedad"),
    "source": ("Source", "Fuente"),
    "period": ("Period", "Período"),
    "age": ("Age", "Antigüedad"),
    "age_new": ("less than a month old", "menos de un mes de antigüedad"),
    "age_month": ("1 month old", "1 mes de antigüedad"),
    "age_months": ("{1} months old", "{1} meses de antigüedad"),
    "age_years": ("{1} years old", "{1} años de antigüedad"),
    "undated": ("undated", "sin fecha"),
    "none": ("none", "ninguno"),
    "shipped": ("comes with Pathbook", "incluido en Pathbook"),
    "renew_data": ("Bring in new wage figures", "Traer cifras de salarios nuevas"),
    "renew_hint": (
      "The Bureau of Labor Statistics publishes new wages each spring. Download the national, state, area and industry files there, and drop them here, one after another:",
      "La Oficina de Estadísticas Laborales (BLS) publica salarios nuevos cada primavera. Descargue allí los archivos nacionales, estatales, de áreas y de industrias, y suéltelos aquí, uno tras otro:"
    ),
    "renew_which": ("Data to renew", "Datos por renovar"),
    "drop_bls": (
      "Drop a file of BLS here, or choose it", "Suelte aquí un archivo de la BLS, o elíjalo"
    ),
    "drop_more": (
      "Drop one more file of BLS here, or choose it", "Suelte aquí otro archivo de la BLS, o elíjalo"
    ),
    "drop_bls_hint": (
      "The .zip as it was downloaded, the .xlsx in it, or the table as CSV, up to 48 MB. A copy of your data is renewed; nothing changes for your clients before you take it over.",
      "El .zip tal como se descargó, el .xlsx que contiene, o la tabla en CSV, hasta 48 MB. Se renueva una copia de sus datos; nada cambia para sus clientes antes de que usted la adopte."
    ),
    "importing": (
      "Reading and comparing; this can take a minute…", "Leyendo y comparando; puede tardar un minuto…"
    ),
    "new_data": ("New figures from", "Cifras nuevas de"),
    "what_changes": ("What changes", "Qué cambia"),
    "changes_table": ("The same as a table (CSV)", "Lo mismo como tabla (CSV)"),
    "for_whom": (
      "For whom of your clients the advice changes", "Para cuáles de sus clientes cambia la orientación"
    ),
    "affected_clients": (
      "Advice changes for {1} of {2} clients in the folder.",
      "La orientación cambia para {1} de {2} clientes de la carpeta."
    ),
    "no_clients_affected": ("There are no clients in the folder.", "No hay clientes en la carpeta."),
    "refused_clients": (
      "Files in the folder that cannot be read as clients",
      "Archivos de la carpeta que no se leen como clientes"
    ),
    "nothing_changes": (
      "These files change nothing: the figures are in the data already.",
      "Estos archivos no cambian nada: las cifras ya están en los datos."
    ),
    "take_over": ("Take over the new figures", "Adoptar las cifras nuevas"),
    "discard_new": ("Discard the new figures", "Descartar las cifras nuevas"),
    "no_renewal": ("There are no new figures to take over.", "No hay cifras nuevas que adoptar."),
    "other_data": ("Other data", "Otros datos"),
    "take_data": ("Data for all reports", "Datos para todos los informes"),
    "own_folder": (
      "Or a folder or .zip of your own (its full path)", "O una carpeta o un .zip suyo (la ruta completa)"
    ),
    "use_data": ("Use this data", "Usar estos datos"),
    "taking_data": ("Reading the data…", "Leyendo los datos…"),
    "no_dataset": ("Choose the data first.", "Elija primero los datos."),
  ]
}
