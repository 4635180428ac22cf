import CXlsxWriter
import ReportModel

/// A picture on a sheet.
struct SheetPicture: Sendable, Equatable {
  let image: PNGImage
  let cell: CellAddress
  /// In pixels; the width follows.
  let height: Int
  /// For a reader who does not see it.
  let alternativeText: WorkbookText
}

extension Worksheet {
  func insert(_ picture: SheetPicture) throws(WorkbookError) {
    let arena = CStringArena()
    var options = lxw_image_options()
    let scale = Double(picture.height) / Double(picture.image.height)
    // The library scales a picture to its own density first; its default is 96 pixels in an inch.
    options.x_scale = scale * (picture.image.density?.across ?? 96) / 96
    options.y_scale = scale * (picture.image.density?.down ?? 96) / 96
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = arena.copy(picture.alternativeText)
    // worksheet.h: "worksheet_insert_image_buffer_opt() … the image buffer … size_t image_size"; the library
    // copies the buffer and the texts. It reads the sides and the resolution from the PNG header.
    let code = withExtendedLifetime(arena) {
      worksheet_insert_image_buffer_opt(
        pointer, row(picture.cell), column(picture.cell), picture.image.bytes, picture.image.bytes.count,
        &options)
    }
    try WorkbookError.check(code, "worksheet_insert_image_buffer_opt", sheet: name, cell: picture.cell)
  }
}
