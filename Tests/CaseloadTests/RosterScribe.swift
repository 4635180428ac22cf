import Advising
import CareerData
import Foundation

/// Writes clients as one of the tables that people and programs make: any dialect, names of columns, order and formats.
struct RosterScribe {
  enum Form: CaseIterable { case table, lines, list, pretty }

  enum Dates: CaseIterable { case iso, monthFirst, dayFirst, shortYear, withTime, mixed }

  enum Numbers: CaseIterable { case plain, grouped, dollars, noBreak, points }

  var random: SeededScribe
  let form: Form
  let dates: Dates
  let numbers: Numbers
  /// One basis for all pay, told by the name of its column; nil for a column of its own.
  let basis: PayBasis?
  private let titles: [ProfileField: [String: String]]
  private let sign: Character
  private let lineEnd: String
  private let quotesAll: Bool

  /// Whether every client must come back: not when dates contradict each other or points may part thousands.
  var isClear: Bool { dates != .mixed && numbers != .points }

  init(seed: UInt64, dataset: CareerDataset) {
    var random = SeededScribe(state: seed)
    form = random.next(of: [.table, .table, .table, .table, .table, .lines, .list, .pretty], .table)
    dates = random.next(of: Dates.allCases, .iso)
    numbers = random.next(of: Numbers.allCases, .plain)
    basis = random.next(of: [nil, nil, PayBasis.annual, .hourly], nil)
    sign = random.next(of: [",", ";", "\t", "|"], ",")
    lineEnd = random.next(of: ["\n", "\r\n", "\r", "\r\r\n"], "\n")
    quotesAll = Bool.random(using: &random)
    func names(_ rows: [(String, String)]) -> [String: String] {
      Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
    let records = dataset.records
    titles = [
      .state: names(records.areas.filter { $0.kind == .state }.map { ($0.code, $0.title) }),
      .setting: names(records.settings.map { ($0.id, $0.title) }),
      .targetSetting: names(records.settings.map { ($0.id, $0.title) }),
      .rung: names(records.rungs.map { ($0.id, $0.title) }),
      .specialization: names(records.specializations.map { ($0.id, $0.title) }),
      .education: [
        "high-school": "High School", "bachelor": "Bachelor's degree", "associate": "Associate degree",
      ],
    ]
    self.random = random
  }

  static let fields: [ProfileField] = [
    .id, .name, .reportDate, .state, .payAmount, .payBasis, .hoursPerWeek, .inField, .rung,
    .yearsOfExperience,
    .credentials, .setting, .targetSetting, .specialization, .openToRemote, .education, .certificationBudget,
    .notes,
  ]

  private static let names: [ProfileField: [String]] = [
    .id: ["Client ID", "STUDENT ID", "Case No.", "Participant_ID*", "Número de cliente", "#id", "id:"],
    .name: ["Full Name", "client-name", "Nombre completo"],
    .reportDate: ["Report Date", "Fecha del informe"],
    .state: ["State", "State/Province", "Home state", "Estado"],
    .payAmount: ["Wage", "Salary ($)", "Pay Amount", "pay_amount\u{200B}", "Sueldo"],
    .payBasis: ["Pay Basis", "Per year or hour", "Tipo de pago"],
    .hoursPerWeek: ["Hours/Week", "Weekly Hours"],
    .inField: ["In Field?", "Works in field"], .rung: ["Rung", "Career level"],
    .yearsOfExperience: ["Years Experience", "Years of Experience", "Años de experiencia"],
    .credentials: ["Certifications", "Certs", "Credential(s)", "Certificaciones"],
    .setting: ["Job Setting", "Employer type", "Entorno laboral"], .targetSetting: ["Desired Setting"],
    .specialization: ["Specialty", "Especialidad"], .openToRemote: ["Open to remote", "Remote OK"],
    .education: ["Education Level", "Nivel educativo"],
    .certificationBudget: ["Training budget", "Certification Budget"],
    .notes: ["Notes", "Comments", "Notas"],
  ]

  private func basisName(_ basis: PayBasis) -> [String] {
    basis == .annual
      ? ["Annual Salary", "Salario anual", "Yearly pay"]
      : ["Hourly Rate", "Pay per hour", "Salario por hora"]
  }

  // MARK: - Values

  /// The words of a field of a client; nil when it has none.
  private mutating func words(_ field: ProfileField, _ client: ClientProfile) -> String? {
    switch field {
    case .id: return client.id
    case .name: return client.name
    case .reportDate: return client.reportDate.map { date($0) }
    case .state: return client.stateCode.map { choice(field, $0) }
    case .payAmount: return client.pay.map { amount($0.amount) }
    case .payBasis:
      return client.pay.map { pay in
        pay.basis == .annual
          ? random.next(of: ["annual", "Annual", "per year", "Yearly"], "annual")
          : random.next(of: ["hourly", "Hourly", "per hour"], "hourly")
      }
    case .hoursPerWeek: return client.hoursPerWeek == 40 ? nil : plain(client.hoursPerWeek)
    case .inField: return client.isInField.map { flag($0) }
    case .rung: return client.rungID.map { choice(field, $0) }
    case .yearsOfExperience: return client.yearsOfExperience.map { plain($0) }
    case .credentials:
      return client.credentialIDs.map { ids in
        let separator = random.next(of: ["; ", ";", ", ", "/", "|", "\n"], ";")
        return ids.isEmpty
          ? random.next(of: ["none", "None"], "none")
          : ids.map { Bool.random(using: &random) ? $0 : $0.lowercased() }.joined(separator: separator)
      }
    case .setting: return client.settingID.map { choice(field, $0) }
    case .targetSetting: return client.targetSettingID.map { choice(field, $0) }
    case .specialization: return client.specializationID.map { choice(field, $0) }
    case .openToRemote: return client.isOpenToRemote.map { flag($0) }
    case .education: return client.education.map { choice(field, $0.rawValue) }
    case .certificationBudget: return client.certificationBudget.map { amount($0) }
    case .notes: return client.notes
    default: return nil
    }
  }

  private mutating func choice(_ field: ProfileField, _ id: String) -> String {
    let title = titles[field]?[id] ?? id
    return random.next(of: [id, id, title, title.uppercased(), " \(id) ", id.lowercased()], id)
  }

  private mutating func flag(_ flag: Bool) -> String {
    flag
      ? random.next(of: ["yes", "Yes", "TRUE", "1", "Y"], "yes")
      : random.next(of: ["no", "No", "FALSE", "0"], "no")
  }

  private func plain(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }

  private mutating func amount(_ number: Double) -> String {
    let cents = Int((number * 100).rounded())
    let (whole, rest) = (cents / 100, cents % 100)
    let tail = rest == 0 ? random.next(of: ["", ".00"], "") : ".\(rest < 10 ? "0" : "")\(rest)"
    func grouped(_ sign: String) -> String {
      whole < 1000 ? "\(whole)" : "\(whole / 1000)\(sign)\(String("00\(whole % 1000)".suffix(3)))"
    }
    switch numbers {
    case .plain: return "\(whole)\(tail)"
    case .grouped: return grouped(",") + tail
    case .dollars: return "$" + grouped(",") + tail
    case .noBreak: return grouped(random.next(of: ["\u{A0}", "\u{202F}"], "\u{A0}")) + tail
    // As the rest of the world writes: thousands by points, a comma for the cents.
    case .points: return grouped(".") + (rest == 0 ? "" : ",\(rest < 10 ? "0" : "")\(rest)")
    }
  }

  private mutating func date(_ date: CalendarDate) -> String {
    func slashed(_ first: Int, _ second: Int) -> String { "\(first)/\(second)/\(date.year)" }
    switch dates {
    case .iso: return date.iso
    case .monthFirst: return slashed(date.month, date.day)
    case .dayFirst: return slashed(date.day, date.month)
    case .shortYear: return "\(date.month)/\(date.day)/\(date.year % 100)"
    case .withTime:
      return random.next(
        of: ["\(date.iso) 00:00:00", "\(date.iso)T09:30:00Z", "\(slashed(date.month, date.day)) 0:00"], "")
    case .mixed:
      return Bool.random(using: &random) ? slashed(date.day, date.month) : slashed(date.month, date.day)
    }
  }

  // MARK: - Forms

  /// The bytes of a roster of the clients.
  mutating func write(_ clients: [ClientProfile]) -> [UInt8] {
    form == .table ? table(clients) : json(clients)
  }

  private mutating func name(_ field: ProfileField) -> String {
    if field == .payAmount, let basis { return random.next(of: basisName(basis), "Pay") }
    return random.next(of: [field.rawValue] + (Self.names[field] ?? []), field.rawValue)
  }

  private mutating func json(_ clients: [ClientProfile]) -> [UInt8] {
    let fields = Self.fields.filter { $0 != .payBasis || basis == nil }
    let names = fields.map { name($0) }
    var objects: [String] = []
    for client in clients {
      var members: [String] = []
      for (field, name) in zip(fields, names) {
        let value = words(field, client)
        if value == nil, Bool.random(using: &random) { continue }
        members.append(
          "\(Self.quoted(name)): \(value.map(Self.quoted) ?? random.next(of: ["null", "\"\""], "null"))")
      }
      members.shuffle(using: &random)
      let isPretty = form == .pretty
      objects.append(
        isPretty
          ? "{\n  " + members.joined(separator: ",\n  ") + "\n}" : "{" + members.joined(separator: ", ") + "}"
      )
    }
    let text =
      form == .list
      ? "[\n" + objects.joined(separator: ",\n") + "\n]\n" : objects.joined(separator: "\n") + "\n"
    return Array(text.utf8)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private mutating func table(_ clients: [ClientProfile]) -> [UInt8] {
    var fields: [ProfileField?] = Self.fields.filter { $0 != .payBasis || basis == nil }
    fields += [nil, nil]
    fields.shuffle(using: &random)
    var extras = ["Email", "Status", "Phone"].shuffled(using: &random)
    let names = fields.map { field in field.map { name($0) } ?? extras.popLast() ?? "x" }
    var lines: [String] = []
    if random.isSeldom { lines.append("sep=\(sign)") }
    if random.isSeldom { lines += ["Fall caseload 2026", "", line(["Printed", "11/02/2026"])] }
    let header = line(names)
    lines.append(header)
    for (index, client) in clients.enumerated() {
      if index == 100, random.isSeldom { lines += [header, "", line(names.map { _ in " " })] }
      var cells = fields.map { field -> String in
        guard let field else { return "x" }
        return words(field, client) ?? missing(field)
      }
      if random.isSeldom { while cells.last?.isEmpty == true { cells.removeLast() } }
      if random.isSeldom { cells += ["", ""] }
      lines.append(line(cells))
    }
    if random.isSeldom {
      lines.append(line(fields.map { $0 == .id ? "Total" : $0 == .payAmount ? "113,000" : "" }))
    }
    let text =
      lines.joined(separator: lineEnd)
      + random.next(of: [lineEnd, "", "\(lineEnd)\u{1A}", "\(lineEnd)\u{0}\u{0}"], "")
    return encoded(text)
  }

  private mutating func missing(_ field: ProfileField) -> String {
    random.next(of: ["", "", "", field == .notes || field == .name ? "" : "N/A", "-", " "], "")
  }

  private mutating func line(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes = cell.contains { "\"\n\r".contains($0) || $0 == sign } || cell.contains("\r\n")
      guard needsQuotes || quotesAll else { return cell }
      let quoted = "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
      return random.next(of: [quoted, quoted, " \(quoted)", "=\(quoted)"], quoted)
    }
    .joined(separator: String(sign))
  }

  private mutating func encoded(_ text: String) -> [UInt8] {
    let utf8 = Array(text.utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let latin = text.data(using: .windowsCP1252).map { [UInt8]($0) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return utf8
    case 1: return mark + utf8
    case 2: return mark + mark + utf8
    case 3: return [0xFF, 0xFE] + Self.units(text, isLittle: true)
    case 4: return Self.units(text, isLittle: true)
    case 5: return Self.units(text, isLittle: false)
    default: return latin ?? utf8
    }
  }

  private static func units(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap {
      isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
    }
  }
}

/// Random numbers that are the same in each run: Sebastiano Vigna's SplitMix64.
struct SeededScribe: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next<Value>(of values: [Value], _ other: Value) -> Value {
    values.randomElement(using: &self) ?? other
  }

  var isSeldom: Bool { mutating get { Int.random(in: 0..<3, using: &self) == 0 } }
}
