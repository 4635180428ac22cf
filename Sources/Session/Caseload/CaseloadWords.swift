/// The words of the page on caseloads.
enum CaseloadWords {
  static let all: [String: (english: String, spanish: String)] = [
    "empty_roster": ("Empty table to fill in (Excel)", "Tabla vacía para llenar (Excel)"),
    "drop_roster": (
      "Drop a table of your clients here, or choose the file",
      "Suelte aquí una tabla de sus clientes, o elija el archivo"
    ),
    "other_roster": (
      "Drop another table here, or choose the file: it takes the place of this one",
      "Suelte aquí otra tabla, o elija el archivo: reemplaza a esta"
    ),
    "drop_hint": (
      "Excel (.xlsx), CSV or JSON, up to 48 MB. Nothing leaves this computer, and nothing is made before you have seen what was understood.",
      "Excel (.xlsx), CSV o JSON, hasta 48 MB. Nada sale de esta computadora, y nada se crea antes de que usted vea lo que se entendió."
    ),
    "reading": ("Reading…", "Leyendo…"),
    "understood": ("What was understood", "Lo que se entendió"),
    "sound_rows": ("Clients that can be used: {1}.", "Clientes que se pueden usar: {1}."),
    "bad_rows": (
      "Rows with a problem, which are left out: {1}.", "Filas con un problema, que no se usan: {1}."
    ),
    "no_bad_rows": ("No row has a problem.", "Ninguna fila tiene problemas."),
    "no_sound_rows": (
      "No row can be used. Fix the rows in your table and drop it again.",
      "No se puede usar ninguna fila. Corrija las filas en su tabla y suéltela otra vez."
    ),
    "sheet": ("Sheet", "Hoja"),
    "read_sheet": ("Read this sheet", "Leer esta hoja"),
    "columns_understood": ("Which column is what", "Qué es cada columna"),
    "your_column": ("Column in your table", "Columna de su tabla"),
    "read_as": ("Read as", "Se lee como"),
    "no_columns": (
      "This file is not a table: every client names its own fields.",
      "Este archivo no es una tabla: cada cliente nombra sus propios campos."
    ),
    "columns_unused": ("Columns that are not used:", "Columnas que no se usan:"),
    "roster_problems": ("Rows that cannot be used", "Filas que no se pueden usar"),
    "roster_notices": (
      "Values to check, in rows that can be used", "Valores por revisar, en filas que sí se usan"
    ),
    "where": ("Where", "Dónde"),
    "what_is_wrong": ("What is wrong", "Qué está mal"),
    "what_to_check": ("What to check", "Qué revisar"),
    "rows_of_kind": ("{1} rows like this, the first: {2}", "{1} filas así, la primera: {2}"),
    "discard_roster": ("Discard this table", "Descartar esta tabla"),
    "discard_question": (
      "Discard the table and all that was made of it here? Clients that were taken into the folder stay.",
      "¿Descartar la tabla y todo lo que se creó con ella aquí? Los clientes ya incorporados se quedan."
    ),
    "make_reports": ("Make the reports", "Crear los informes"),
    "output": ("How you want them", "Cómo los quiere"),
    "output_archive": (
      "One archive (zip) with the files of each client",
      "Un solo archivo zip con los archivos de cada cliente"
    ),
    "output_two-sided": (
      "One PDF of everybody to print, two-sided: each client begins on a new sheet",
      "Un PDF de todos para imprimir por ambos lados: cada cliente empieza en una hoja nueva"
    ),
    "output_one-sided": (
      "One PDF of everybody to print, one-sided", "Un PDF de todos para imprimir por un solo lado"
    ),
    "formats": ("Files of each client in the archive", "Archivos de cada cliente en el zip"),
    "besides": ("Besides", "Además"),
    "with_summary": ("A summary of all clients", "Un resumen de todos los clientes"),
    "start": ("Make the reports", "Crear los informes"),
    "no_formats": (
      "Choose at least one kind of file for the archive.",
      "Elija al menos un tipo de archivo para el zip."
    ),
    "no_output": ("Choose how you want the reports.", "Elija cómo quiere los informes."),
    "no_roster": (
      "There is no table here. Drop one first.", "Aquí no hay ninguna tabla. Suelte una primero."
    ),
    "run_goes_on": (
      "Reports are being made. Wait until they are done, or cancel.",
      "Se están creando informes. Espere a que terminen, o cancele."
    ),
    "progress_of": ("{1} of {2} rows done", "{1} de {2} filas listas"),
    "progress_counting": ("Counting the rows…", "Contando las filas…"),
    "cancel": ("Cancel", "Cancelar"),
    "cancel_hint": (
      "Nothing is kept of reports that were made so far.",
      "No se conserva nada de los informes creados hasta ese momento."
    ),
    "run_cancelled": (
      "Cancelled. The reports that were made so far were discarded.",
      "Cancelado. Los informes creados hasta ese momento se descartaron."
    ),
    "run_done": (
      "Done. Clients with reports: {1}. Rows left out: {2}.",
      "Listo. Clientes con informe: {1}. Filas sin usar: {2}."
    ),
    "download_reports": ("All reports (zip)", "Todos los informes (zip)"),
    "download_print": ("PDF to print", "PDF para imprimir"),
    "download_rejects": ("Rows to fix", "Filas por corregir"),
    "download_summary": ("Summary (Excel)", "Resumen (Excel)"),
    "rejects_hint": (
      "Fix these rows and drop this file here.", "Corrija estas filas y suelte este archivo aquí."
    ),
    "summary": ("Summary of all clients", "Resumen de todos los clientes"),
    "take_clients": ("Take these clients into the folder", "Incorporar estos clientes a la carpeta"),
    "take_hint": (
      "Each usable row becomes a client of this session. Clients that are there already stay as they are.",
      "Cada fila que se puede usar se vuelve un cliente de esta sesión. Los clientes que ya están se quedan como están."
    ),
    "taking": ("Taking them in…", "Incorporando…"),
    "taken_clients": ("New clients in the folder: {1}.", "Clientes nuevos en la carpeta: {1}."),
    "existing_ids": (
      "These IDs have a client already, who was left as is:",
      "Estos identificadores ya tienen un cliente, que se dejó como está:"
    ),
    "show": ("Show", "Mostrar"),
    "show_all": ("All", "Todos"),
    "show_due": ("With a step that is due", "Con un paso por vencer hoy o vencido"),
    "show_missing": ("With missing answers", "Con respuestas pendientes"),
    "filter": ("Filter", "Filtrar"),
    "all_clients": ("Show all again", "Mostrar todos de nuevo"),
    "clients_found": ("{1} of {2} clients", "{1} de {2} clientes"),
    "clients_cut": (
      "The first {1} are listed; search for others.", "Se muestran los primeros {1}; busque a los demás."
    ),
    "missing_answers": ("Missing answers", "Respuestas pendientes"),
  ]
}

extension SessionWords {
  /// Words with values in the places of `{1}`, `{2}` …
  subscript(_ key: String, _ values: String...) -> String {
    var text = self[key]
    for (number, value) in values.enumerated() { text = text.replacing("{\(number + 1)}", with: value) }
    return text
  }
}
