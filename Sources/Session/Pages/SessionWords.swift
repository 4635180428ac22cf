import ReportWriters

/// The words of the pages in both languages. What a report says is the template's, and messages are the engine's.
struct SessionWords: Sendable, MustacheNames {
  let language: SessionLanguage

  init(_ language: SessionLanguage) { self.language = language }

  subscript(_ key: String) -> String {
    guard let words = Self.all[key] else { preconditionFailure("the pages have no words for \(key)") }
    return language == .english ? words.english : words.spanish
  }

  /// For templates: `{{words.new_client}}`.
  func value(named key: String) -> MustacheValue? {
    Self.all[key].map { .text(language == .english ? $0.english : $0.spanish) }
  }

  /// In the language of the pages and in the other one: what a person sees who cannot read the first.
  static let all = own.merging(CaseloadWords.all) { own, _ in own }
    .merging(DataWords.all) { own, _ in own }

  private static let own: [String: (english: String, spanish: String)] = [
    "clients": ("Clients", "Clientes"),
    "caseload": ("Caseload", "Todos los clientes"),
    "data": ("Data", "Datos"),
    "other_language": ("Español", "English"),
    "end": ("End session", "Terminar sesión"),
    "ended": (
      "The session has ended. Everything is saved; you can close this window.",
      "La sesión terminó. Todo está guardado; puede cerrar esta ventana."
    ),
    "skip": ("Skip to content", "Ir al contenido"),
    "menu": ("Menu", "Menú"),
    "search": ("Search by name or ID", "Buscar por nombre o identificador"),
    "new_client": ("New client", "Cliente nuevo"),
    "new_id": ("ID", "Identificador"),
    "new_id_hint": (
      "Letters, digits, . _ and -: it names the client’s files. A number from your own system is best.",
      "Letras sin acento, dígitos, . _ y -: da nombre a los archivos. Lo mejor es un número de su propio sistema."
    ),
    "create": ("Create", "Crear"),
    "name": ("Name", "Nombre"),
    "last_seen": ("Last change", "Último cambio"),
    "next_step": ("Next open step", "Próximo paso pendiente"),
    "due": ("due", "para el"),
    "overdue": ("overdue since", "vencido desde el"),
    "unreadable": ("This file is not a profile.", "Este archivo no es un perfil."),
    "no_clients": (
      "No clients yet. Begin with one here, or with a table of all of them under Caseload.",
      "Aún no hay clientes. Empiece con uno aquí, o con una tabla de todos en «Todos los clientes»."
    ),
    "none_found": ("No client matches.", "Ningún cliente coincide."),
    "open": ("Open", "Abrir"),
    "duplicate": ("Duplicate", "Duplicar"),
    "archive": ("Archive", "Archivar"),
    "archived": ("Archived clients", "Clientes archivados"),
    "restore": ("Restore", "Recuperar"),
    "delete_for_good": (
      "Delete for good, with all versions", "Eliminar para siempre, con todas las versiones"
    ),
    "delete_question": (
      "Delete this client with every version and report that is kept? This cannot be undone.",
      "¿Eliminar a este cliente con todas las versiones e informes guardados? No se puede deshacer."
    ),
    "was_archived": ("The client was archived.", "El cliente se archivó."),
    "undo": ("Undo", "Deshacer"),
    "taken": (
      "Another client has this ID. Choose a different one.",
      "Otro cliente tiene este identificador. Elija otro."
    ),
    "bad_id": (
      "An ID has 1 to 64 letters without accents, digits, . _ and -, and begins with a letter or digit.",
      "Un identificador tiene de 1 a 64 letras sin acento, dígitos, . _ y -, y empieza con letra o dígito."
    ),
    "saved": ("Saved", "Guardado"),
    "saving": ("Saving…", "Guardando…"),
    "not_saved": (
      "Not saved: Pathbook does not answer. Leave this page open and start Pathbook again.",
      "Sin guardar: Pathbook no responde. Deje esta página abierta y vuelva a iniciar Pathbook."
    ),
    "partly_saved": (
      "Saved, except the fields with a message.", "Guardado, menos los campos con un mensaje."
    ),
    "refused": ("Not saved", "Sin guardar"),
    "profile": ("Profile", "Perfil"),
    "report": ("Report", "Informe"),
    "view_client": ("Client’s copy", "Copia del cliente"),
    "view_advisor": ("Advisor’s copy", "Copia del asesor"),
    "view_full": ("All figures", "Todas las cifras"),
    "view_calculations": ("Calculations", "Cálculos"),
    "view_compare": ("Careers side by side", "Carreras lado a lado"),
    "view_places": ("Places side by side", "Lugares lado a lado"),
    "compare_hint": (
      "Name one to four more occupations under “Compare” in the form; search by title.",
      "Escriba de una a cuatro ocupaciones más en «Comparar», en el formulario; búsquelas por título."
    ),
    "places_hint": (
      "Fill in the state, and name one to four more places to compare in the form.",
      "Llene el estado y escriba en el formulario de uno a cuatro lugares más para comparar."
    ),
    "no_report": (
      "No report can be made of this client’s file:",
      "No se puede hacer un informe con el archivo de este cliente:"
    ),
    "calculation_hint": (
      "Click any figure of the report to see how it was made.",
      "Haga clic en cualquier cifra del informe para ver cómo se calculó."
    ),
    "calculation_none": (
      "No published or calculated figure is shown by exactly these words.",
      "Ninguna cifra publicada o calculada se muestra con estas mismas palabras."
    ),
    "close": ("Close", "Cerrar"),
    "present": ("Present", "Presentar"),
    "full_screen": ("Full screen", "Pantalla completa"),
    "hand_over": ("Hand over", "Entregar"),
    "file_pdf": ("PDF to print or send", "PDF para imprimir o enviar"),
    "pdf_missing": (
      "For a PDF a program is missing. Run “pathbook setup pdf” once in a terminal, or ask your IT department to, then reload this page.",
      "Para un PDF falta un programa. Ejecute una vez «pathbook setup pdf» en una terminal, o pídalo al departamento de informática, y vuelva a cargar esta página."
    ),
    "file_xlsx": ("Excel workbook", "Libro de Excel"),
    "file_html": ("Web page", "Página web"),
    "file_txt": ("Plain text", "Texto"),
    "file_csv": ("Table of all figures (CSV)", "Tabla de todas las cifras (CSV)"),
    "print": ("Print", "Imprimir"),
    "pictures": ("Pictures", "Imágenes"),
    "copy": ("Copy", "Copiar"),
    "copied": ("Copied", "Copiado"),
    "not_copied": ("This browser cannot copy pictures.", "Este navegador no puede copiar imágenes."),
    "versions": ("Earlier versions", "Versiones anteriores"),
    "no_versions": ("No earlier version is kept.", "No se conserva ninguna versión anterior."),
    "take_version": ("Take this version", "Usar esta versión"),
    "conflict_title": ("Changed in another window", "Cambiado en otra ventana"),
    "conflict_text": (
      "This client was changed in another window after you opened it here. Your words and theirs differ in these fields. Nothing is lost: both are kept as versions.",
      "Este cliente se cambió en otra ventana después de abrirlo aquí. Sus datos y los otros difieren en estos campos. Nada se pierde: ambos se conservan como versiones."
    ),
    "conflict_field": ("Field", "Campo"),
    "conflict_yours": ("Yours, here", "Lo suyo, aquí"),
    "conflict_theirs": ("Theirs, saved", "Lo otro, guardado"),
    "conflict_keep_yours": ("Keep yours", "Conservar lo suyo"),
    "conflict_take_theirs": ("Take theirs", "Usar lo otro"),
    "not_there": ("No client has this ID.", "Ningún cliente tiene este identificador."),
  ]
}
