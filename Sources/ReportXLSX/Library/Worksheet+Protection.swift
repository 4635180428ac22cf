import CXlsxWriter

extension Worksheet {
  /// Locks every cell whose style is not unlocked. Tables can still be filtered and columns widened.
  func protect() {
    var options = lxw_protection()
    options.autofilter = 1
    options.format_columns = 1
    options.format_rows = 1
    // worksheet.h: "worksheet_protect(): … The password … Use NULL for no password"; the options name what stays
    // allowed. It returns nothing.
    worksheet_protect(pointer, nil, &options)
  }
}
