import CareerData

extension PayComparer {
  /// Every setting of the dataset, in the order of the dataset.
  ///
  /// Pay of a setting is that of the industries whose NAICS codes the dataset names for it, then what other
  /// sources publish for the setting itself. Where the very code has no figure, the most detailed industry that
  /// contains it stands in as the nearest, and only if the setting has no figure of its own.
  func settings(_ dataset: CareerDataset, profile: ClientProfile) -> [ItemComparison] {
    dataset.records.settings.map { setting in
      let links = dataset.records.settingIndustries.filter { $0.settingID == setting.id }
        .sorted { $0.order < $1.order }
      let own =
        links.flatMap { dataset.pay(of: Subject(.industry, $0.naics)) }
        + dataset.pay(of: Subject(.setting, setting.id))
      let ownPay = pay(own)
      let ownRanges = ranges(own)
      let nearest = ownPay == nil && ownRanges.isEmpty ? nearestIndustries(links, dataset) : []
      return ItemComparison(
        id: setting.id, title: setting.title,
        mark: ItemMark(setting.id, present: profile.settingID, target: profile.targetSettingID),
        pay: ownPay, otherPay: otherPay(own), top: top(own), ranges: ownRanges, nearest: nearest)
    }
  }

  private func nearestIndustries(_ links: [SettingIndustry], _ dataset: CareerDataset) -> [NearestPay] {
    var seen: Set<String> = []
    return links.compactMap { link in
      let containing = dataset.records.industries.filter { $0.contains(naics: link.naics) }
        .sorted { $0.naics.utf8.count > $1.naics.utf8.count }
      for industry in containing where !seen.contains(industry.naics) {
        let subject = Subject(.industry, industry.naics)
        if let nearest = pay(dataset.pay(of: subject)) {
          seen.insert(industry.naics)
          return NearestPay(subjectTitle: industry.title, subject: subject, pay: nearest, range: nil)
        }
      }
      return nil
    }
  }
}

extension Industry {
  /// True when the code is this industry or a part of it: `622` in `62`, `3254` in `31-33`.
  public func contains(naics code: String) -> Bool {
    let ends = naics.split(separator: "-")
    guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), let sector = Int(code.prefix(2))
    else { return code.hasPrefix(naics) }
    return (low...max(low, high)).contains(sector)
  }
}
