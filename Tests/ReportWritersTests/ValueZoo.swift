/// Nasty texts that every writer must survive.
enum ValueZoo {
  static let texts: [String] = [
    "", " ", " padded ", "plain", "comma, quote \" and 'apostrophe'", "\"", "line\nbreak", "carriage\rreturn",
    "both\r\nof them", "tab\tstop", "nul \u{0} bell \u{7} escape \u{1B}[31m delete \u{7F} csi \u{9B}31m",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\",\"x\")", "'=1",
    "Zoë Müller–Ångström", "e\u{301}te\u{301}", "日本語の長い名前", "한국어", "🙂 👩‍👩‍👧 🇩🇪 ❤️ 👍🏽", "مرحبا بالعالم", "שלום",
    "\u{202E}desrever\u{202C} \u{2066}isolate\u{2069} \u{200F}mark\u{61C}", "{{x}} {{{title}}} {{#sections}}",
    "<b>&amp;</b> \"quoted\" & 'more'", "\u{FEFF}byte order mark",
    "line\u{2028}separator\u{2029}paragraph\u{85}next",
    "soft\u{AD}hyphen and\u{A0}no-break\u{A0}space", "— – ‘single’ “double” … • × ≥ ≤ →",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsmitgliedsausweisnummer",
    "https://example.org/a/very/long/address/that/nobody/can/break/anywhere/because/it/has/no/space/at/all/in/it.html",
    String(repeating: "漢", count: 100), String(repeating: "long text with many words ", count: 40),
    String(repeating: "e\u{301}\u{327}", count: 90), "\\ backslash \\n / \u{1F}",
  ]

  static let numbers: [Double] = [
    0, 1, -1, 0.01, -0.01, 46_000, -4250.75, 1e15, -1e15, 1e21, 123_456_789_012.35, 6e12, 1e-9,
  ]
}
