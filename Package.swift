// swift-tools-version: 6.1

import PackageDescription

// Built by `make fuzz` alone, which links it with the fuzzer.
let fuzzer: [Target] =
  Context.environment["PATHBOOK_FUZZ"] == nil
  ? [] : [.executableTarget(name: "Fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Main")]

let package = Package(
  name: "pathbook",
  products: [
    .executable(name: "pathbook", targets: ["pathbook"]),
    .library(name: "CareerData", targets: ["CareerData"]),
    .library(name: "Pathbook", targets: ["Pathbook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    // Without its default traits, which bring in all of Foundation and with it 34 MB of ICU data.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Of the tests alone: in the program it would bring in all of Foundation.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The rooms of the pipeline, left to right.
    .target(name: "Tabular", dependencies: ["CExpat", "CJansson", "Zip"]),
    .target(
      name: "CareerData",
      dependencies: [
        "COpenSSL", "Tabular", .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    .target(name: "OEWSImport", dependencies: ["CareerData", "SafeFiles", "Tabular", "Zip"]),
    .target(name: "Calculation"),
    .target(name: "Advising", dependencies: ["Calculation", "CareerData", "Tabular"]),
    .target(name: "ReportModel", dependencies: ["Calculation", "Tabular"]),
    .target(
      name: "AdvisingReport",
      dependencies: [
        "Advising", "CLibYAML", "Calculation", "CareerData", "ReportModel",
      ]),
    .target(
      name: "ReportWriters",
      dependencies: ["COpenSSL", "Calculation", "ReportModel", "ShippedFiles", "Tabular"],
      exclude: ["HTML/session.js", "HTML/what-if.js"]),
    .target(
      name: "ReportXLSX",
      dependencies: ["CExpat", "CXlsxPackaging", "CXlsxWriter", "Calculation", "ReportModel", "Zip"]),
    .target(name: "SafeFiles", dependencies: ["CArchive", "CFolder", "COpenSSL"]),
    .target(
      name: "Export",
      dependencies: [
        "Advising", "AdvisingReport", "Calculation", "CPicture", "CareerData", "OEWSImport", "ReportModel",
        "ReportWriters",
        "ReportXLSX", "SafeFiles", "ShippedFiles", "Tabular", "Zip",
      ], exclude: ["PDF/typst-requirements.txt", "PDF/typst-setup.py", "PDF/typst-worker.py"]),
    .target(
      name: "Caseload",
      dependencies: [
        "Advising", "AdvisingReport", "CareerData", "Export", "ReportModel", "ReportWriters", "ReportXLSX",
        "SafeFiles", "Tabular",
      ]),
    .target(
      name: "Session",
      dependencies: [
        "Advising", "AdvisingReport", "Calculation", "CareerData", "Caseload", "Export", "ReportModel",
        "ReportWriters", "SafeFiles", "Tabular",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["Pages/Files"]),
    // For other programs. The folder has a name of its own, since some file systems tell no P from p.
    .target(
      name: "Pathbook", dependencies: ["Advising", "CareerData", "Export", "ReportModel", "SafeFiles"],
      path: "Sources/PathbookLibrary"),
    .executableTarget(
      name: "pathbook",
      dependencies: [
        "Advising", "AdvisingReport", "CareerData", "Caseload", "Export", "ReportModel", "ReportWriters",
        "SafeFiles", "Session", "Tabular",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Zip files, which datasets come in and workbooks are.
    .target(name: "Zip", dependencies: ["CZip"]),

    // C: the files in the binary, and the system's libraries.
    .target(name: "ShippedFiles"),
    .target(name: "CPicture"),
    .target(name: "CFolder"),
    .target(name: "CArchive"),
    // Without a library more to load at each start.
    .target(
      name: "CXlsxPackaging", linkerSettings: [.linkedLibrary(":libdeflate.a")]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),

    // The sample clients and their reports, for the tests of several rooms.
    .target(name: "SampleReports", dependencies: ["Export"], path: "Tests/SampleReports"),
    .testTarget(name: "ZipTests", dependencies: ["Zip"]),
    .testTarget(name: "CalculationTests", dependencies: ["Calculation"]),
    // Nasty texts and repeatable random numbers, for the tests of several rooms.
    .target(name: "TestValues", path: "Tests/TestValues"),
    .testTarget(name: "TabularTests", dependencies: ["Tabular", "TestValues", "Zip"]),
    .testTarget(name: "CareerDataTests", dependencies: ["CareerData", "Tabular", "TestValues"]),
    .testTarget(name: "OEWSImportTests", dependencies: ["OEWSImport", "TestValues", "Zip"]),
    .testTarget(name: "AdvisingTests", dependencies: ["Advising", "TestValues"]),
    .testTarget(name: "ReportModelTests", dependencies: ["ReportModel"]),
    .testTarget(
      name: "AdvisingReportTests", dependencies: ["AdvisingReport", "SampleReports", "TestValues"]),
    .testTarget(name: "ReportWritersTests", dependencies: ["ReportWriters"]),
    .testTarget(name: "ReportXLSXTests", dependencies: ["ReportXLSX", "Tabular", "TestValues", "Zip"]),
    .testTarget(name: "SafeFilesTests", dependencies: ["SafeFiles", "TestValues"]),
    .testTarget(name: "ExportTests", dependencies: ["Export", "TestValues", "Zip"]),
    .testTarget(
      name: "CaseloadTests", dependencies: ["Caseload", "Tabular", "TestValues", "Zip"], exclude: ["Fixtures"]
    ),
    .testTarget(name: "SessionTests", dependencies: ["Session", "Tabular", "TestValues"]),
    .testTarget(
      name: "FormatsTests",
      dependencies: [
        "ReportWriters", "SampleReports", "TestValues", "Zip", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["read_back.py", "browser.py"]),
    .testTarget(
      name: "PathbookLibraryTests", dependencies: ["CareerData", "Pathbook", "TestValues"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestValues"]),
    .testTarget(
      name: "pathbookTests",
      dependencies: [
        "Export", "SampleReports", "Zip", "pathbook",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: [
        "Promises", "documented_commands.py", "documented_files.py", "first_ten_minutes.sh", "read_pdf.py",
        "roster_workbooks.py", "session_attacks.py", "session_browser.py",
      ]),
    // Minutes long, run by `make test-all`.
    .testTarget(
      name: "LongTests", dependencies: ["Caseload", "SampleReports", "TestValues"],
      exclude: [
        "documentation_site.py", "recalculate.py", "oews_rows.py", "chaos.py", "rejects.py", "faults.py",
        "caseload.py", "shards.py", "fresh_root.sh", "printed_pages.py", "sorted_tables.py", "typed_cells.py",
        "catalogue_cells.py", "engines",
      ]),
    .executableTarget(
      name: "ManyWorkbooks", dependencies: ["SampleReports"], path: "Tests/ManyWorkbooks",
      exclude: ["swift.supp"]),
    // What the fuzzer runs, and the tests with the inputs that are kept.
    .target(
      name: "FuzzTargets",
      dependencies: ["SampleReports", "CareerData", "Caseload", "OEWSImport", "SafeFiles", "Tabular", "Zip"],
      path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
  ] + fuzzer,
  swiftLanguageModes: [.v6]
)
