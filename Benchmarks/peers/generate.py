"""usage: generate.py WORKBOOK --c FILE --python FILE

Writes the C program (libxlsxwriter) and the Python program (XlsxWriter) that a person would write who has the values in
the source: literal calls that make the same workbook. Each program takes the path to write; the C program verifies the
workbook afterwards, as Pathbook does, when a second argument is given.
"""
import argparse
import json

from plan import plan

POINTS_OF_PIXEL = 0.75


def c_text(text):
    out = []
    for byte in text.encode():
        char = chr(byte)
        if char in '"\\':
            out.append("\\" + char)
        elif char == "\n":
            out.append("\\n")
        elif 0x20 <= byte < 0x7F:
            out.append(char)
        else:
            out.append(f'\\{byte:03o}')
    return '"' + "".join(out).replace("??", "?\\?") + '"'


def py_text(text):
    return json.dumps(text, ensure_ascii=False)


def number(value):
    return repr(float(value)) if value != int(value) or abs(value) > 1e15 else str(int(value))


def header_areas(sheet):
    """Cells that the library writes for a table: its header row."""
    return {(t["area"][0], c) for t in sheet["tables"] for c in range(t["area"][1], t["area"][3] + 1)}


def merged(sheet):
    cells, firsts = set(), {}
    for area in sheet["merges"]:
        firsts[area[:2]] = area
        cells |= {(r, c) for r in range(area[0], area[2] + 1) for c in range(area[1], area[3] + 1)}
    return cells, firsts


def merge_styles(sheet, firsts):
    """The format of each merged area but for its first cell, which may be written once more."""
    styles = {position: style for position, _, _, style in sheet["cells"]}
    return {first: styles.get((area[2], area[3]), styles.get(first, 0)) for first, area in firsts.items()}


def is_written_by_merge(cell, firsts, styles, links):
    """Whether a cell of a merged area holds what merging has put there."""
    place, kind, _, style = cell
    return place not in firsts or kind in ("string", "blank") and place not in links and style == styles[place]


def chart_size(drawing):
    return drawing["size"]


def sizes(book):
    """Pixels of each drawing, from its corners and the widths and heights of the sheet."""
    for sheet in book["sheets"]:
        widths = {c: int(w * 7 + 0.5) for a, b, w in sheet["columns"] for c in range(a, b + 1)}
        heights = {r: int(h * 4 / 3) for r, h in sheet["rows"]}
        for drawing in sheet["drawings"]:
            (r1, c1, y1, x1), (r2, c2, y2, x2) = drawing["from"], drawing["to"]
            wide = sum(widths.get(c, 64) for c in range(c1, c2)) + (x2 - x1) / 9525
            high = sum(heights.get(r, 20) for r in range(r1, r2)) + (y2 - y1) / 9525
            drawing["size"] = (round(wide), round(high))


C_DASHES = {
    "dash": "LXW_CHART_LINE_DASH_DASH", "solid": "LXW_CHART_LINE_DASH_SOLID", "lgDash": "LXW_CHART_LINE_DASH_LONG_DASH",
    "sysDot": "LXW_CHART_LINE_DASH_ROUND_DOT",
}
PYTHON_DASHES = {"dash": "dash", "solid": "solid", "lgDash": "long_dash", "sysDot": "round_dot"}


def note_height(text):
    """In pixels: the lines of 40 letters with the margins."""
    return 20 + 18 * (1 + len(text) // 40)


class CProgram:
    ALIGN = {"left": "LXW_ALIGN_LEFT", "right": "LXW_ALIGN_RIGHT", "center": "LXW_ALIGN_CENTER"}
    VALIGN = {"top": "LXW_ALIGN_VERTICAL_TOP", "center": "LXW_ALIGN_VERTICAL_CENTER"}

    def __init__(self, book):
        self.book = book
        self.lines = []

    def say(self, text):
        self.lines.append("  " + text)

    def program(self):
        self.lines = [
            "// Written by generate.py; not for the eyes.", "#include <malloc.h>", "#include <stdio.h>", "#include <stdlib.h>",
            "#include <string.h>", "#include <xlsxwriter.h>", '#include "finish.h"', "#define CHECK(call) if ((call) != LXW_NO_ERROR) { fprintf(stderr, \"%s\\n\", #call); return 1; }",
            "static int write_workbook(const char *path) {", "  lxw_workbook *book = new_workbook(path);", "  if (!book) return 1;",
        ]
        properties = self.book["properties"]
        self.say("lxw_doc_properties properties; memset(&properties, 0, sizeof properties);")
        for name in ("title", "subject", "author", "keywords", "comments"):
            if properties[name]:
                self.say(f"properties.{name} = {c_text(properties[name])};")
        import calendar, time
        self.say(f"properties.created = {calendar.timegm(time.strptime(properties['created'], '%Y-%m-%dT%H:%M:%SZ'))};")
        self.say("CHECK(workbook_set_properties(book, &properties));")
        self.formats()
        for index, sheet in enumerate(self.book["sheets"]):
            self.sheet(index, sheet)
        for name, reference in self.book["names"].items():
            self.say(f"CHECK(workbook_define_name(book, {c_text(name)}, {c_text('=' + reference)}));")
        self.lines += [
            "  CHECK(close_workbook(book, path));", "  return 0;", "}",
            "// usage: peer FILE [verify [COUNT]]; with a count, FILE is a folder; an empty word in place of verify is none.",
            "int main(int argc, char **argv) {",
            "  // Memory that a workbook no longer needs is there for the next, not given back to be asked for again.",
            "  mallopt(M_TRIM_THRESHOLD, 256 << 20);", "  mallopt(M_MMAP_THRESHOLD, 32 << 20);", "  mallopt(M_TOP_PAD, 1 << 20);",
            "  int count = argc > 3 ? atoi(argv[3]) : 1;", "  for (int index = 0; index < count; index++) {", "    char path[4096];",
            "    if (argc > 3) snprintf(path, sizeof path, \"%s/%d.xlsx\", argv[1], index);", "    else snprintf(path, sizeof path, \"%s\", argv[1]);",
            "    if (write_workbook(path) || (argc > 2 && *argv[2] && verify(path))) return 1;", "  }", "  return 0;", "}", "",
        ]
        return "\n".join(self.lines)

    def formats(self):
        self.say(f"lxw_format *f[{len(self.book['formats'])}] = {{NULL}};")
        for index, p in enumerate(self.book["formats"]):
            if index == 0:
                continue
            self.say(f"f[{index}] = workbook_add_format(book);")
            f = f"f[{index}]"
            calls = {
                "bold": f"format_set_bold({f});", "italic": f"format_set_italic({f});", "underline": f"format_set_underline({f}, LXW_UNDERLINE_SINGLE);",
                "wrapText": f"format_set_text_wrap({f});", "shrinkToFit": f"format_set_shrink({f});", "unlocked": f"format_set_unlocked({f});",
            }
            for key, value in p.items():
                if key in calls:
                    self.say(calls[key])
                elif key == "size":
                    self.say(f"format_set_font_size({f}, {number(value)});")
                elif key == "color":
                    self.say(f"format_set_font_color({f}, 0x{value});")
                elif key == "fill":
                    self.say(f"format_set_bg_color({f}, 0x{value});")
                elif key == "horizontal":
                    self.say(f"format_set_align({f}, {self.ALIGN[value]});")
                elif key == "vertical":
                    self.say(f"format_set_align({f}, {self.VALIGN[value]});")
                elif key == "indent":
                    self.say(f"format_set_indent({f}, {value});")
                elif key == "number":
                    self.say(f"format_set_num_format({f}, {c_text(value)});" if isinstance(value, str) else f"format_set_num_format_index({f}, {value});")
                else:
                    self.say(f"format_set_{key}({f}, {value[0]});")
                    if value[1]:
                        self.say(f"format_set_{key}_color({f}, 0x{value[1]});")

    def sheet(self, index, sheet):
        self.say("{")
        self.say(f"lxw_worksheet *s = workbook_add_worksheet(book, {c_text(sheet['name'])});")
        for first, last, width in sheet["columns"]:
            self.say(f"worksheet_set_column(s, {first}, {last}, {number(round(width - 0.7109375, 4))}, NULL);")
        for row, height in sheet["rows"]:
            self.say(f"worksheet_set_row(s, {row}, {number(height)}, NULL);")
        self.cells(sheet)
        for table in sheet["tables"]:
            self.table(sheet, table)
        for (row, column), text in sheet["notes"].items():
            self.say("{ lxw_comment_options n; memset(&n, 0, sizeof n); n.author = \"\"; n.font_name = \"Calibri\"; n.font_size = 10;")
            self.say(f"n.width = 280; n.height = {note_height(text)}; CHECK(worksheet_write_comment_opt(s, {row}, {column}, {c_text(text)}, &n)); }}")
        for rule in sheet["inputs"]:
            self.entry(rule)
        for rule in sheet["conditions"]:
            self.condition(rule)
        for drawing in sheet["drawings"]:
            self.chart(drawing)
        self.page(sheet)
        self.say("}")

    def entry(self, rule):
        self.say("{ lxw_data_validation v; memset(&v, 0, sizeof v);")
        for field, key in (("input_title", "title"), ("input_message", "prompt"), ("error_title", "error_title"), ("error_message", "error")):
            if rule[key]:
                self.say(f"v.{field} = {c_text(rule[key])};")
        if rule["type"] == "list":
            self.say(f"v.validate = LXW_VALIDATION_TYPE_LIST_FORMULA; v.value_formula = {c_text('=' + rule['one'])};")
        else:
            self.say(f"v.validate = LXW_VALIDATION_TYPE_DECIMAL; v.criteria = LXW_VALIDATION_CRITERIA_BETWEEN; v.minimum_number = {rule['one']}; v.maximum_number = {rule['two']};")
        self.say(f"CHECK(worksheet_data_validation_cell(s, {rule['cell'][0]}, {rule['cell'][1]}, &v)); }}")

    def condition(self, rule):
        self.say("{ lxw_conditional_format d; memset(&d, 0, sizeof d);")
        if rule["type"] == "dataBar":
            self.say(f"d.type = LXW_CONDITIONAL_DATA_BAR; d.data_bar_2010 = 1; d.bar_solid = 1; d.bar_no_border = 1; d.bar_color = 0x{rule['color']}; d.bar_negative_color = 0xF6C877;")
        elif rule["type"] == "containsErrors":
            self.say(f"lxw_format *m = workbook_add_format(book); format_set_font_color(m, 0x{rule['color']}); d.type = LXW_CONDITIONAL_TYPE_ERRORS; d.format = m;")
        else:
            self.say(f"lxw_format *m = workbook_add_format(book); format_set_bg_color(m, 0x{rule['fill']});")
            self.say(f"d.type = LXW_CONDITIONAL_TYPE_FORMULA; d.value_string = {c_text('=' + rule['formula'])}; d.format = m;")
        self.say(f"CHECK(worksheet_conditional_format_range(s, {', '.join(map(str, rule['area']))}, &d)); }}")

    def cells(self, sheet):
        inside, firsts = merged(sheet)
        headers, styles = header_areas(sheet), merge_styles(sheet, firsts)
        for cell in sheet["cells"]:
            (row, column), kind, value, style = cell
            f = f"f[{style}]" if style else "NULL"
            if (row, column) in firsts:
                area, rest = ", ".join(map(str, firsts[(row, column)])), styles[(row, column)]
                self.say(f"CHECK(worksheet_merge_range(s, {area}, {c_text(value if kind == 'string' else '')}, {f'f[{rest}]' if rest else 'NULL'}));")
            if (row, column) in headers or (row, column) in inside and is_written_by_merge(cell, firsts, styles, sheet["links"]):
                continue
            else:
                link = sheet["links"].get((row, column))
                if link:
                    self.say(f"CHECK(worksheet_write_url(s, {row}, {column}, {c_text(link)}, {f}));")
                if kind == "string":
                    self.say(f"CHECK(worksheet_write_string(s, {row}, {column}, {c_text(value)}, {f}));")
                elif kind == "formula":
                    text, result = value
                    call, shown = ("str", c_text(result)) if isinstance(result, str) else ("num", number(result))
                    self.say(f"CHECK(worksheet_write_formula_{call}(s, {row}, {column}, {c_text('=' + text)}, {f}, {shown}));")
                elif kind == "number":
                    self.say(f"CHECK(worksheet_write_number(s, {row}, {column}, {number(value)}, {f}));")
                else:
                    self.say(f"CHECK(worksheet_write_blank(s, {row}, {column}, {f}));")

    def table(self, sheet, table):
        styles = {position: style for position, _, _, style in sheet["cells"]}
        first_row, first, last_row, last = table["area"]
        names = []
        for index, header in enumerate(table["headers"]):
            style = styles.get((first_row, first + index), 0)
            self.say(f"lxw_table_column c{index}_{first_row} = {{.header = {c_text(header)}, .header_format = {'f[%d]' % style if style else 'NULL'}}};")
            names.append(f"&c{index}_{first_row}")
        self.say(f"lxw_table_column *cs_{first_row}[] = {{{', '.join(names)}, NULL}};")
        kind, digits = ("LIGHT", table["style"][len("TableStyleLight"):]) if "Light" in table["style"] else ("MEDIUM", table["style"][len("TableStyleMedium"):])
        self.say(
            f"lxw_table_options o_{first_row} = {{.name = {c_text(table['name'])}, .columns = cs_{first_row}, .style_type = LXW_TABLE_STYLE_TYPE_{kind}, .style_type_number = {digits}}};"
        )
        self.say(f"CHECK(worksheet_add_table(s, {first_row}, {first}, {last_row}, {last}, &o_{first_row}));")

    def line(self, call, line):
        if line is None:
            return
        self.say("{ lxw_chart_line l; memset(&l, 0, sizeof l);")
        dash = f" l.dash_type = {C_DASHES[line['dash']]};" if line.get("dash") else ""
        self.say("l.none = 1;" if line.get("kind") == "none" else f"l.color = 0x{line['color']}; l.width = {number(line['width'])};{dash}")
        self.say(f"{call}, &l); }}")

    def fill(self, fill):
        if not fill:
            return
        if fill["kind"] == "pattern":
            pattern = {"wdUpDiag": "LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL"}[fill["pattern"]]
            self.say(f"{{ lxw_chart_pattern p; memset(&p, 0, sizeof p); p.fg_color = 0x{fill['color']}; p.bg_color = 0x{fill['back']}; p.type = {pattern}; chart_series_set_pattern(r, &p); }}")
            return
        body = "q.none = 1;" if fill["kind"] == "none" else f"q.color = 0x{fill['color']};"
        self.say(f"{{ lxw_chart_fill q; memset(&q, 0, sizeof q); {body} chart_series_set_fill(r, &q); }}")

    def chart(self, drawing):
        chart = drawing["chart"]
        if chart["kind"] == "scatter":
            return self.scatter(drawing, chart)
        self.say("{")
        self.say(f"lxw_chart *c = workbook_add_chart(book, {'LXW_CHART_BAR_STACKED' if chart['stacked'] else 'LXW_CHART_BAR'});")
        for series in chart["series"]:
            self.series(series)
        self.say(f"chart_title_set_name(c, {c_text(chart['title'])});")
        self.say(f"{{ lxw_chart_font t; memset(&t, 0, sizeof t); t.size = {number(chart['title_size'])}; t.bold = 1; chart_title_set_name_font(c, &t); }}")
        self.axis("y_axis", chart["category"], -90)
        self.axis("x_axis", chart["value"], 0)
        self.say("chart_axis_set_reverse(c->y_axis); chart_axis_set_crossing_max(c->y_axis); chart_axis_set_interval_unit(c->y_axis, 1);")
        if chart["legend"] is None:
            self.say("chart_legend_set_position(c, LXW_CHART_LEGEND_NONE);")
        else:
            self.say("chart_legend_set_position(c, LXW_CHART_LEGEND_BOTTOM);")
            if chart["deleted"]:
                self.say(f"{{ int16_t d[] = {{{', '.join(map(str, chart['deleted']))}, -1}}; chart_legend_delete_series(c, d); }}")
        self.say(f"chart_set_series_gap(c, {chart['gap']}); chart_set_series_overlap(c, {chart['overlap']});")
        self.insert(drawing)

    def insert(self, drawing):
        wide, high = drawing["size"]
        self.say("lxw_chart_options o; memset(&o, 0, sizeof o); o.object_position = LXW_OBJECT_MOVE_DONT_SIZE;")
        self.say(f"o.x_scale = {wide / 480!r}; o.y_scale = {high / 288!r}; o.description = {c_text(drawing['description'] or '')};")
        self.say(f"CHECK(worksheet_insert_chart_opt(s, {drawing['from'][0]}, {drawing['from'][1]}, c, &o));")
        self.say("}")

    def series(self, series):
        self.say("{")
        self.say(f"lxw_chart_series *r = chart_add_series(c, {c_text('=' + series['categories'])}, {c_text('=' + series['values'])});")
        self.say(f"chart_series_set_name(r, {c_text('=' + series['name'])});")
        self.line("chart_series_set_line(r", series["line"])
        self.fill(series["fill"])
        if series["points"]:
            size = max(p[0] for p in series["points"]) + 1
            for i, fill, _ in series["points"]:
                self.say(f"lxw_chart_fill of{i} = {{.color = 0x{fill['color']}}}; lxw_chart_point dark{i} = {{.fill = &of{i}}};")
            marks = {p[0] for p in series["points"]}
            self.say("lxw_chart_point plain = {0}, *points[] = {" + ", ".join(f"&dark{i}" if i in marks else "&plain" for i in range(size)) + ", NULL};")
            self.say("chart_series_set_points(r, points);")
        if series["trend"]:
            trend = series["trend"]
            self.say("chart_series_set_trendline(r, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);")
            self.say(f"chart_series_set_trendline_forecast(r, {trend['forward']}, {trend['backward']}); chart_series_set_trendline_name(r, {c_text(trend['name'])});")
            self.line("chart_series_set_trendline_line(r", trend["line"])
        labels = series["labels"]
        if labels:
            place = "LXW_CHART_LABEL_POSITION_INSIDE_BASE" if labels["position"] == "inBase" else "LXW_CHART_LABEL_POSITION_OUTSIDE_END"
            self.say(f"chart_series_set_labels(r); chart_series_set_labels_position(r, {place});")
            if labels["number"]:
                self.say(f"chart_series_set_labels_num_format(r, {c_text(labels['number'])});")
            if labels["custom"]:
                for i, text in labels["custom"]:
                    self.say(f"lxw_chart_data_label d{i} = {{{'.hide = 1' if text is None else '.value = (char *)' + c_text(text)}}};")
                self.say("lxw_chart_data_label *ds[] = {" + ", ".join(f"&d{i}" for i, _ in labels["custom"]) + ", NULL};")
                self.say("chart_series_set_labels_custom(r, ds);")
        self.say("}")

    def axis(self, name, axis, rotation):
        self.say(f"{{ lxw_chart_font t; memset(&t, 0, sizeof t); t.size = 9; t.bold = 2;")
        self.say(f"chart_axis_set_num_font(c->{name}, &t);")
        if axis["title"]:
            self.say(f"t.rotation = {rotation}; chart_axis_set_name(c->{name}, {c_text(axis['title'])}); chart_axis_set_name_font(c->{name}, &t);")
        self.say("}")
        if name == "x_axis":
            self.say(f"chart_axis_set_num_format(c->{name}, {c_text(axis['number'])});")
            for bound in ("min", "max"):
                if axis[bound] is not None:
                    self.say(f"chart_axis_set_{bound}(c->{name}, {number(axis[bound])});")
            self.say(f"chart_axis_major_gridlines_set_visible(c->{name}, {int(axis['has_gridlines'])});")
            self.line(f"chart_axis_major_gridlines_set_line(c->{name}", axis["gridline"])

    def scatter(self, drawing, chart):
        self.say("{ lxw_chart *c = workbook_add_chart(book, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);")
        for one in chart["series"]:
            self.say(f"{{ lxw_chart_series *r = chart_add_series(c, {c_text('=' + one['categories'])}, {c_text('=' + one['values'])});")
            self.say(f"chart_series_set_name(r, {c_text(one['name'])});")
            self.line("chart_series_set_line(r", one["line"])
            self.say(f"chart_series_set_marker_type(r, LXW_CHART_MARKER_{one['marker'].upper()});")
            if one["marker"] != "none":
                self.say(f"chart_series_set_marker_size(r, {one['size']});")
                self.say(f"{{ lxw_chart_fill q; memset(&q, 0, sizeof q); q.color = 0x{one['marker_fill']['color']}; chart_series_set_marker_fill(r, &q); }}")
                self.say(f"{{ lxw_chart_line l; memset(&l, 0, sizeof l); l.color = 0x{one['marker_line']['color']}; chart_series_set_marker_line(r, &l); }}")
            self.point_labels(one["labels"])
            self.say("}")
        self.say(f"chart_title_set_name(c, {c_text(chart['title'])});")
        self.say(f"{{ lxw_chart_font t; memset(&t, 0, sizeof t); t.size = {number(chart['title_size'])}; t.bold = 1; chart_title_set_name_font(c, &t); }}")
        self.say(f"chart_legend_set_position(c, LXW_CHART_LEGEND_{'BOTTOM' if chart['legend'] else 'NONE'});")
        for name, axis, rotation in (("x_axis", chart["category"], 0), ("y_axis", chart["value"], -90)):
            self.say(f"{{ lxw_chart_font t; memset(&t, 0, sizeof t); t.size = 9; t.bold = 2; chart_axis_set_num_font(c->{name}, &t); chart_axis_set_num_format(c->{name}, {c_text(axis['number'])});")
            if axis["title"]:
                self.say(f"t.rotation = {rotation}; chart_axis_set_name(c->{name}, {c_text(axis['title'])}); chart_axis_set_name_font(c->{name}, &t);")
            self.say("}")
            for bound in ("min", "max"):
                if axis[bound] is not None:
                    self.say(f"chart_axis_set_{bound}(c->{name}, {number(axis[bound])});")
            self.say(f"chart_axis_major_gridlines_set_visible(c->{name}, {int(axis['has_gridlines'])});")
            self.line(f"chart_axis_major_gridlines_set_line(c->{name}", axis["gridline"])
            if axis["hidden"]:
                self.say(f"chart_axis_off(c->{name});")
        self.insert(drawing)

    def point_labels(self, labels):
        if not labels:
            return
        place = {"b": "BELOW", "r": "RIGHT", "ctr": "CENTER", "t": "ABOVE"}[labels["position"]]
        color = f" t.color = 0x{labels['color']};" if labels["color"] else ""
        self.say(f"chart_series_set_labels(r); chart_series_set_labels_position(r, LXW_CHART_LABEL_POSITION_{place});")
        self.say(f"{{ lxw_chart_font t; memset(&t, 0, sizeof t); t.size = 9; t.bold = {1 if labels['bold'] == '1' else 2};{color} chart_series_set_labels_font(r, &t); }}")
        if labels["shows_name"]:
            self.say(f"chart_series_set_labels_options(r, 1, 0, 0); chart_series_set_labels_num_format(r, {c_text(labels['number'])}); chart_series_set_labels_separator(r, LXW_CHART_LABEL_SEPARATOR_SPACE);")
        if labels["texts"]:
            for i, text in enumerate(labels["texts"]):
                self.say(f"lxw_chart_data_label d{i} = {{.value = (char *){c_text(text)}}};")
            self.say("lxw_chart_data_label *ds[] = {" + ", ".join(f"&d{i}" for i in range(len(labels["texts"]))) + ", NULL};")
            self.say("chart_series_set_labels_custom(r, ds);")

    def page(self, sheet):
        self.say(f"worksheet_set_paper(s, {sheet['paper']});")
        self.say("worksheet_set_landscape(s);" if sheet["landscape"] else "worksheet_set_portrait(s);")
        left, right, top, bottom, _, _ = sheet["margins"]
        self.say(f"worksheet_set_margins(s, {left}, {right}, {top}, {bottom});")
        if sheet["fit"]:
            self.say(f"worksheet_fit_to_pages(s, {sheet['fit'][0]}, {sheet['fit'][1]});")
        if not sheet["gridlines"]:
            self.say("worksheet_gridlines(s, LXW_HIDE_ALL_GRIDLINES);")
        for part in ("header", "footer"):
            if sheet[part]:
                self.say(f"CHECK(worksheet_set_{part}(s, {c_text(sheet[part])}));")
        if sheet["frozen"]:
            self.say(f"worksheet_freeze_panes(s, {sheet['frozen'][0]}, {sheet['frozen'][1]});")
        if sheet["breaks"]:
            self.say(f"{{ lxw_row_t b[] = {{{', '.join(map(str, sheet['breaks']))}, 0}}; CHECK(worksheet_set_h_pagebreaks(s, b)); }}")
        if sheet["repeat"]:
            self.say(f"CHECK(worksheet_repeat_rows(s, {sheet['repeat'][0]}, {sheet['repeat'][1]}));")


class PythonProgram:
    def __init__(self, book):
        self.book = book
        self.lines = []

    def say(self, text):
        self.lines.append(text)

    def program(self):
        p = self.book["properties"]
        self.say("# Written by generate.py; not for the eyes.")
        self.say("import datetime, sys, xlsxwriter")
        self.say("book = xlsxwriter.Workbook(path, {'in_memory': True})")
        words = ", ".join(f"'{k}': {py_text(v)}" for k, v in p.items() if k != "created" and v)
        date = [int(n) for n in p["created"][:10].split("-")]
        self.say(f"book.set_properties({{{words}, 'created': datetime.datetime({date[0]}, {date[1]}, {date[2]})}})")
        self.say("f = [None] * %d" % len(self.book["formats"]))
        for index, one in enumerate(self.book["formats"][1:], 1):
            self.say(f"f[{index}] = book.add_format({self.format(one)!r})")
        for sheet in self.book["sheets"]:
            self.sheet(sheet)
        for name, reference in self.book["names"].items():
            self.say(f"book.define_name({py_text(name)}, {py_text('=' + reference)})")
        self.say("book.close()")
        top, body = self.lines[:2], self.lines[2:]
        end = [
            "# usage: peer.py FILE [COUNT]; with a count, FILE is a folder.", "if len(sys.argv) > 2:",
            " for index in range(int(sys.argv[2])): write(f'{sys.argv[1]}/{index}.xlsx')", "else: write(sys.argv[1])",
        ]
        return "\n".join(top + ["def write(path):"] + [" " + line for line in body] + end) + "\n"

    @staticmethod
    def format(p):
        names = {"bold": "bold", "italic": "italic", "underline": "underline", "size": "font_size", "indent": "indent", "number": "num_format"}
        found = {}
        for key, value in p.items():
            if key in names:
                found[names[key]] = int(value) if key == "indent" else value
            elif key == "color":
                found["font_color"] = "#" + value
            elif key == "fill":
                found["bg_color"] = "#" + value
            elif key == "horizontal":
                found["align"] = value
            elif key == "vertical":
                found["valign"] = "vcenter" if value == "center" else value
            elif key == "wrapText":
                found["text_wrap"] = True
            elif key == "shrinkToFit":
                found["shrink"] = True
            elif key == "unlocked":
                found["locked"] = False
            else:
                found[key] = value[0]
                if value[1]:
                    found[key + "_color"] = "#" + value[1]
        return found

    def sheet(self, sheet):
        self.say(f"s = book.add_worksheet({py_text(sheet['name'])})")
        for first, last, width in sheet["columns"]:
            self.say(f"s.set_column({first}, {last}, {number(round(width - 0.7109375, 4))})")
        for row, height in sheet["rows"]:
            self.say(f"s.set_row({row}, {number(height)})")
        inside, firsts = merged(sheet)
        headers, styles = header_areas(sheet), merge_styles(sheet, firsts)
        for cell in sheet["cells"]:
            (row, column), kind, value, style = cell
            f = f"f[{style}]" if style else "None"
            if (row, column) in firsts:
                area, rest = ", ".join(map(str, firsts[(row, column)])), styles[(row, column)]
                self.say(f"s.merge_range({area}, {py_text(value if kind == 'string' else '')}, {f'f[{rest}]' if rest else 'None'})")
            if (row, column) in headers or (row, column) in inside and is_written_by_merge(cell, firsts, styles, sheet["links"]):
                continue
            else:
                link = sheet["links"].get((row, column))
                if link:
                    self.say(f"s.write_url({row}, {column}, {py_text(link)}, {f})")
                if kind == "string":
                    self.say(f"s.write_string({row}, {column}, {py_text(value)}, {f})")
                elif kind == "formula":
                    shown = py_text(value[1]) if isinstance(value[1], str) else number(value[1])
                    self.say(f"s.write_formula({row}, {column}, {py_text('=' + value[0])}, {f}, {shown})")
                elif kind == "number":
                    self.say(f"s.write_number({row}, {column}, {number(value)}, {f})")
                else:
                    self.say(f"s.write_blank({row}, {column}, None, {f})")
        styles = {position: style for position, _, _, style in sheet["cells"]}
        for table in sheet["tables"]:
            first_row, first, last_row, last = table["area"]
            columns = ", ".join(
                f"{{'header': {py_text(h)}, 'header_format': f[{styles.get((first_row, first + i), 0)}]}}" for i, h in enumerate(table["headers"])
            )
            style = table["style"].replace("TableStyle", "Table Style ").replace("Light", "Light ").replace("Medium", "Medium ")
            self.say(f"s.add_table({first_row}, {first}, {last_row}, {last}, {{'name': {py_text(table['name'])}, 'style': {py_text(style)}, 'columns': [{columns}]}})")
        for (row, column), text in sheet["notes"].items():
            options = {"author": "", "font_name": "Calibri", "font_size": 10, "width": 280, "height": note_height(text)}
            self.say(f"s.write_comment({row}, {column}, {py_text(text)}, {options!r})")
        for rule in sheet["inputs"]:
            options = {"input_title": rule["title"], "input_message": rule["prompt"], "error_title": rule["error_title"], "error_message": rule["error"]}
            if rule["type"] == "list":
                options |= {"validate": "list", "source": "=" + rule["one"]}
            else:
                options |= {"validate": "decimal", "criteria": "between", "minimum": float(rule["one"]), "maximum": float(rule["two"])}
            self.say(f"s.data_validation({rule['cell'][0]}, {rule['cell'][1]}, {rule['cell'][0]}, {rule['cell'][1]}, {options!r})")
        for rule in sheet["conditions"]:
            place = ", ".join(map(str, rule["area"]))
            if rule["type"] == "dataBar":
                options = {"type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_no_border": True, "bar_color": "#" + rule["color"], "bar_negative_color": "#F6C877"}
                self.say(f"s.conditional_format({place}, {options!r})")
            elif rule["type"] == "containsErrors":
                self.say(f"s.conditional_format({place}, {{'type': 'errors', 'format': book.add_format({{'font_color': '#{rule['color']}'}})}})")
            else:
                self.say(f"s.conditional_format({place}, {{'type': 'formula', 'criteria': {py_text('=' + rule['formula'])}, 'format': book.add_format({{'bg_color': '#{rule['fill']}'}})}})")
        for drawing in sheet["drawings"]:
            self.chart(drawing)
        self.page(sheet)

    @staticmethod
    def line(line):
        if line.get("kind") == "none":
            return {"none": True}
        dash = {"dash_type": PYTHON_DASHES[line["dash"]]} if line.get("dash") else {}
        return {"color": "#" + line["color"], "width": line["width"], **dash}

    @classmethod
    def paint(cls, fill):
        if not fill:
            return {}
        if fill["kind"] == "pattern":
            return {"pattern": {"pattern": {"wdUpDiag": "wide_upward_diagonal"}[fill["pattern"]], "fg_color": "#" + fill["color"], "bg_color": "#" + fill["back"]}}
        return {"fill": {"none": True} if fill["kind"] == "none" else {"color": "#" + fill["color"]}}

    def chart(self, drawing):
        chart = drawing["chart"]
        if chart["kind"] == "scatter":
            return self.scatter(drawing, chart)
        kind = "{'type': 'bar', 'subtype': 'stacked'}" if chart["stacked"] else "{'type': 'bar'}"
        self.say(f"c = book.add_chart({kind})")
        for index, one in enumerate(chart["series"]):
            series = {"name": "=" + one["name"], "categories": "=" + one["categories"], "values": "=" + one["values"]}
            if one["line"]:
                series["border"] = self.line(one["line"])
            series.update(self.paint(one["fill"]))
            if one["points"]:
                marks = {p[0]: p for p in one["points"]}
                series["points"] = [self.paint(marks[i][1]) if i in marks else None for i in range(max(marks) + 1)]
            if one["trend"]:
                trend = one["trend"]
                series["trendline"] = {"type": "linear", "name": trend["name"], "forward": trend["forward"], "backward": trend["backward"], "line": self.line(trend["line"])}
            labels = one["labels"]
            if labels:
                series["data_labels"] = {"value": True, "position": "inside_base" if labels["position"] == "inBase" else "outside_end"}
                if labels["number"]:
                    series["data_labels"]["num_format"] = labels["number"]
                if labels["custom"]:
                    series["data_labels"]["custom"] = [{"delete": True} if t is None else {"value": t} for _, t in labels["custom"]]
            if index == 0:
                series["gap"], series["overlap"] = chart["gap"], chart["overlap"]
            self.say(f"c.add_series({series!r})")
        font = {"size": 9, "bold": False}
        self.say(f"c.set_title({{'name': {py_text(chart['title'])}, 'name_font': {{'size': {chart['title_size']}, 'bold': True}}}})")
        # In XlsxWriter the x axis of a bar chart is the upright one.
        category = {"num_font": font, "reverse": True, "crossing": "max", "interval_unit": 1, "name": chart["category"]["title"], "name_font": {**font, "rotation": -90}}
        value = {"num_font": font, "num_format": chart["value"]["number"], "name": chart["value"]["title"], "name_font": font}
        for bound in ("min", "max"):
            if chart["value"][bound] is not None:
                value[bound] = chart["value"][bound]
        value["major_gridlines"] = self.gridlines(chart["value"])
        self.say(f"c.set_x_axis({value!r})")
        self.say(f"c.set_y_axis({category!r})")
        legend = {"none": True} if chart["legend"] is None else {"position": "bottom"}
        if chart["deleted"]:
            legend["delete_series"] = chart["deleted"]
        self.say(f"c.set_legend({legend!r})")
        self.insert(drawing)

    def gridlines(self, axis):
        return {"visible": True, "line": self.line(axis["gridline"])} if axis["has_gridlines"] else {"visible": False}

    def scatter(self, drawing, chart):
        self.say("c = book.add_chart({'type': 'scatter', 'subtype': 'straight_with_markers'})")
        for one in chart["series"]:
            marker = {"type": one["marker"]}
            if one["marker"] != "none":
                marker |= {"size": one["size"], "fill": {"color": "#" + one["marker_fill"]["color"]}, "border": {"color": "#" + one["marker_line"]["color"]}}
            series = {"name": one["name"], "categories": "=" + one["categories"], "values": "=" + one["values"], "line": self.line(one["line"]), "marker": marker}
            if one["labels"]:
                series["data_labels"] = self.point_labels(one["labels"])
            self.say(f"c.add_series({series!r})")
        self.say(f"c.set_title({{'name': {py_text(chart['title'])}, 'name_font': {{'size': {chart['title_size']}, 'bold': True}}}})")
        font = {"size": 9, "bold": False}
        for name, axis, turn in (("x", chart["category"], {}), ("y", chart["value"], {"rotation": -90})):
            options = {"num_font": font, "num_format": axis["number"], "major_gridlines": self.gridlines(axis)}
            if axis["title"]:
                options |= {"name": axis["title"], "name_font": {**font, **turn}}
            options |= {bound: axis[bound] for bound in ("min", "max") if axis[bound] is not None}
            if axis["hidden"]:
                options["visible"] = False
            self.say(f"c.set_{name}_axis({options!r})")
        self.say(f"c.set_legend({{{repr('position')}: {repr('bottom' if chart['legend'] else 'none')}}})")
        self.insert(drawing)

    @staticmethod
    def point_labels(labels):
        font = {"size": 9, "bold": labels["bold"] == "1"} | ({"color": "#" + labels["color"]} if labels["color"] else {})
        found = {"value": True, "font": font, "position": {"b": "below", "r": "right", "ctr": "center", "t": "above"}[labels["position"]]}
        if labels["shows_name"]:
            found |= {"series_name": True, "num_format": labels["number"], "separator": " "}
        if labels["texts"]:
            found["custom"] = [{"value": text} for text in labels["texts"]]
        return found

    def insert(self, drawing):
        wide, high = drawing["size"]
        options = {"x_scale": wide / 480, "y_scale": high / 288, "object_position": 2, "description": drawing["description"] or ""}
        self.say(f"s.insert_chart({drawing['from'][0]}, {drawing['from'][1]}, c, {options!r})")

    def page(self, sheet):
        self.say(f"s.set_paper({sheet['paper']})")
        self.say("s.set_landscape()" if sheet["landscape"] else "s.set_portrait()")
        left, right, top, bottom, _, _ = sheet["margins"]
        self.say(f"s.set_margins({left}, {right}, {top}, {bottom})")
        if sheet["fit"]:
            self.say(f"s.fit_to_pages({sheet['fit'][0]}, {sheet['fit'][1]})")
        if not sheet["gridlines"]:
            self.say("s.hide_gridlines(2)")
        for part in ("header", "footer"):
            if sheet[part]:
                self.say(f"s.set_{part}({py_text(sheet[part])})")
        if sheet["frozen"]:
            self.say(f"s.freeze_panes({sheet['frozen'][0]}, {sheet['frozen'][1]})")
        if sheet["breaks"]:
            self.say(f"s.set_h_pagebreaks({sheet['breaks']})")
        if sheet["repeat"]:
            self.say(f"s.repeat_rows({sheet['repeat'][0]}, {sheet['repeat'][1]})")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workbook")
    parser.add_argument("--c", required=True)
    parser.add_argument("--python", required=True)
    arguments = parser.parse_args()
    book = plan(arguments.workbook)
    sizes(book)
    with open(arguments.c, "w", encoding="utf-8") as file:
        file.write(CProgram(book).program())
    with open(arguments.python, "w", encoding="utf-8") as file:
        file.write(PythonProgram(book).program())


main()
