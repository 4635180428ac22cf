import ReportModel

/// The branding of a template, with the name of the logo's file in place of the picture.
struct BrandingEntry {
  var branding = Branding()
  var logoFile: String?
}

extension YAMLCheck {
  /// Every key of it may be missing.
  mutating func branding() -> BrandingEntry {
    refuseUnknownKeys(
      at: "branding",
      allowed: ["organization", "contact", "disclaimer", "logo", "primary_color", "accent_color"])
    var entry = BrandingEntry()
    entry.branding.organization = optionalText("branding.organization") ?? ""
    entry.branding.contact = optionalText("branding.contact") ?? ""
    entry.branding.disclaimer = optionalText("branding.disclaimer") ?? ""
    entry.logoFile = logoFile()
    if let color = color("branding.primary_color", contrast: Branding.leastPrimaryContrast) {
      entry.branding.primaryColor = color
    }
    if let color = color("branding.accent_color", contrast: Branding.leastAccentContrast) {
      entry.branding.accentColor = color
    }
    return entry
  }

  /// A file in the template's own folder.
  private mutating func logoFile() -> String? {
    guard let name = optionalText("branding.logo"), !name.isEmpty else { return nil }
    guard !name.contains("/"), !name.hasPrefix("."), name.lowercased().hasSuffix(".png") else {
      report("branding.logo", .wrongType(allowed: "the name of a .png file in the template's folder"))
      return nil
    }
    return name
  }

  private mutating func color(_ path: String, contrast least: Double) -> RGBColor? {
    guard let hex = optionalText(path) else { return nil }
    guard let color = RGBColor(hex: hex) else {
      report(path, .wrongType(allowed: "a color as \"#1F3864\", in quotes"))
      return nil
    }
    let contrast = color.contrast(with: .white)
    guard contrast >= least else {
      report(path, .lowContrast(hundredths: Int(contrast * 100), least: least))
      return nil
    }
    return color
  }
}
