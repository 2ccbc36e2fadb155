//! Reading a mapping field by field: what is missing, misspelt or of the wrong shape is reported,
//! all of it.

use std::ops::Range;
use std::sync::Arc;

use super::yaml::{Entry, Node, Value};
use super::{commas, meanings, twins};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Localized, date::Date};

/// A value and where the author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    pub value: T,
    pub range: Range<usize>,
}

impl<T> At<T> {
    pub fn location(&self, source: &Arc<Source>) -> Location {
        Location::new(source, self.range.clone())
    }
}

/// A mapping while it is being read. [`Fields::finish`] reports what was never asked for.
pub struct Fields<'run> {
    source: &'run Arc<Source>,
    report: &'run mut Report,
    entries: &'run [Entry],
    /// Where to say that a field is missing: the first line of the mapping.
    place: Range<usize>,
    asked: Vec<&'static str>,
    /// The required fields of a mapping that has none at all.
    absent: Vec<&'static str>,
    complete: bool,
}

impl<'run> Fields<'run> {
    /// Opens a node that must be a mapping.
    pub fn open(
        node: &'run Node,
        source: &'run Arc<Source>,
        report: &'run mut Report,
    ) -> Option<Self> {
        Self::open_like("", node, source, report)
    }

    /// Opens a node that must be a mapping; `example` is one, for who has typed something else.
    pub fn open_like(
        example: &'static str,
        node: &'run Node,
        source: &'run Arc<Source>,
        report: &'run mut Report,
    ) -> Option<Self> {
        match &node.value {
            Value::Map(entries) => {
                let place =
                    entries.first().map_or(node.range.clone(), |entry| entry.key_range.clone());
                Some(Fields {
                    source,
                    report,
                    entries,
                    place,
                    asked: Vec::new(),
                    absent: Vec::new(),
                    complete: true,
                })
            }
            _ => {
                report.add(wrong_value(
                    Location::new(source, node.range.clone()),
                    Localized::text(
                        "ở đây cần các trường `tên: giá trị`",
                        "fields (`name: value`) are expected here",
                    ),
                    match example {
                        "" => Localized::text(
                            "thêm các trường, mỗi trường một dòng",
                            "add the fields, one a line",
                        ),
                        _ => {
                            Localized::text(format!("hãy gõ {example}"), format!("type {example}"))
                        }
                    },
                ));
                None
            }
        }
    }

    pub fn source(&self) -> &'run Arc<Source> {
        self.source
    }

    pub fn report(&mut self) -> &mut Report {
        self.report
    }

    pub fn place(&self) -> Range<usize> {
        self.place.clone()
    }

    /// Where the values of `vi:` and `en:` of this very mapping stand.
    pub fn language_places(&self) -> Localized<Range<usize>> {
        let place = |name| {
            self.entries
                .iter()
                .find(|entry| entry.key == name)
                .map_or(self.place.clone(), |entry| entry.value.range.clone())
        };
        Localized { vi: place("vi"), en: place("en") }
    }

    /// The field's node, if it is there and not empty.
    pub fn node(&mut self, name: &'static str) -> Option<&'run Node> {
        self.asked.push(name);
        self.entries
            .iter()
            .find(|entry| entry.key == name)
            .map(|entry| &entry.value)
            .filter(|node| !node.is_empty())
    }

    /// The field's node; reported where it is missing.
    pub fn required_node(&mut self, name: &'static str) -> Option<&'run Node> {
        let node = self.node(name);
        if node.is_none() {
            self.missing(name);
        }
        node
    }

    /// A text in one language, or a word of a fixed list.
    pub fn text(&mut self, name: &'static str) -> Option<At<String>> {
        let node = self.node(name)?;
        self.scalar(node)
    }

    pub fn required_text(&mut self, name: &'static str) -> Option<At<String>> {
        let node = self.required_node(name)?;
        self.scalar(node)
    }

    /// `{vi: ..., en: ...}`.
    pub fn localized(&mut self, name: &'static str) -> Option<Localized> {
        let node = self.node(name)?;
        self.both_languages(node)
    }

    /// `{vi: ..., en: ...}` of which one may be wrong: what a correction replaces. Its numbers are
    /// not held against each other.
    pub fn required_wrong_words(&mut self, name: &'static str) -> Option<Localized> {
        let node = self.required_node(name)?;
        let words = self.both_located(node)?;
        Some(Localized { vi: words.vi.value, en: words.en.value })
    }

    pub fn required_localized(&mut self, name: &'static str) -> Option<Localized> {
        let node = self.required_node(name)?;
        self.both_languages(node)
    }

    /// `vi:` and `en:` of this very mapping.
    pub fn own_languages(&mut self) -> Option<Localized> {
        let (vi, en) = (self.required_text("vi"), self.required_text("en"));
        self.twins(vi?, en?)
    }

    /// `{vi: [..], en: [..]}`; empty lists where it is missing.
    pub fn localized_lists(&mut self, name: &'static str) -> Localized<Vec<String>> {
        let Some(node) = self.node(name) else { return Localized::default() };
        let source = self.source;
        let Some(mut fields) = Fields::open(node, source, self.report) else {
            self.complete = false;
            return Localized::default();
        };
        let lists = Localized { vi: fields.texts("vi"), en: fields.texts("en") };
        let complete = fields.finish();
        self.complete &= complete;
        lists
    }

    /// A list of texts; empty where it is missing.
    pub fn texts(&mut self, name: &'static str) -> Vec<String> {
        self.located_texts(name).into_iter().map(|text| text.value).collect()
    }

    pub fn located_texts(&mut self, name: &'static str) -> Vec<At<String>> {
        self.list(name).iter().filter_map(|node| self.scalar(node)).collect()
    }

    /// The nodes of a list; empty where it is missing.
    pub fn list(&mut self, name: &'static str) -> &'run [Node] {
        let Some(node) = self.node(name) else { return &[] };
        match &node.value {
            Value::List(nodes) => nodes,
            _ => {
                self.wrong(
                    node,
                    Localized::text(
                        format!("`{name}` phải là một danh sách"),
                        format!("`{name}` must be a list"),
                    ),
                    Localized::text(
                        "viết mỗi mục một dòng, bắt đầu bằng `- `, hoặc `[một, hai]`",
                        "write one item a line, each beginning with `- `, or `[one, two]`",
                    ),
                );
                &[]
            }
        }
    }

    pub fn date(&mut self, name: &'static str) -> Option<Date> {
        let text = self.text(name)?;
        self.as_date(&text)
    }

    pub fn required_date(&mut self, name: &'static str) -> Option<Date> {
        let text = self.required_text(name)?;
        self.as_date(&text)
    }

    /// A date with the place where it stands.
    pub fn required_located_date(&mut self, name: &'static str) -> Option<At<Date>> {
        let text = self.required_text(name)?;
        Some(At { value: self.as_date(&text)?, range: text.range })
    }

    pub fn located_date(&mut self, name: &'static str) -> Option<At<Date>> {
        let text = self.text(name)?;
        Some(At { value: self.as_date(&text)?, range: text.range })
    }

    /// An address that begins with `https://` or `http://`, without a slash at its end.
    pub fn web_address(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name)?;
        let whole = ["https://", "http://"]
            .iter()
            .any(|scheme| text.value.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()));
        if whole && !text.value.contains(char::is_whitespace) {
            return Some(text.value.trim_end_matches('/').to_owned());
        }
        self.complete = false;
        self.report.add(wrong_value(
            text.location(self.source),
            Localized::text(
                format!("`{name}` phải là địa chỉ web đầy đủ"),
                format!("`{name}` must be a whole web address"),
            ),
            Localized::text(
                "viết địa chỉ bắt đầu bằng https://, ví dụ https://langson.gov.vn/minh-bach",
                "write an address that begins with https://, such as \
                 https://langson.gov.vn/minh-bach",
            ),
        ));
        None
    }

    /// One of a fixed list of words.
    pub fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(name)?;
        self.as_choice(name, &text, choices)
    }

    pub fn required_choice<T: Copy>(
        &mut self,
        name: &'static str,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.required_text(name)?;
        self.as_choice(name, &text, choices)
    }

    /// `true` or `false`; `false` where it is missing.
    pub fn flag(&mut self, name: &'static str) -> bool {
        self.choice(name, &[("true", true), ("false", false)]).unwrap_or(false)
    }

    /// Reports the fields that were never asked for; where nothing was typed, once what is to be
    /// typed. Returns whether nothing was wrong with this mapping so far.
    pub fn finish(self) -> bool {
        let mut complete = self.complete;
        if let [name] = self.absent[..] {
            self.report.add(missing_field(Location::new(self.source, self.place.clone()), name));
        } else if !self.absent.is_empty() {
            self.report
                .add(nothing_typed(Location::new(self.source, self.place.clone()), &self.absent));
        }
        let cut_texts =
            commas::cut_texts(self.entries, &self.source.text, |name| self.asked.contains(&name));
        for cut in &cut_texts {
            self.report.add(commas::diagnostic(cut, self.entries, self.source));
        }
        let unknown = self
            .entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| !self.asked.contains(&entry.key.as_str()));
        for (position, entry) in unknown {
            complete = false;
            if cut_texts.iter().any(|cut| cut.parts.contains(&position)) {
                continue;
            }
            let close = closest(&entry.key, self.asked.iter().copied());
            let list = self.asked.join(", ");
            self.report.add(Diagnostic::new(
                Code::UnknownField,
                Location::new(self.source, entry.key_range.clone()),
                Localized::text(
                    format!("không có trường `{}`", entry.key),
                    format!("there is no field `{}`", entry.key),
                ),
                Localized::text("không ai đọc trường này", "nothing reads this field"),
                match close {
                    Some(name) => Localized::text(
                        format!("có phải ý bạn là `{name}`?"),
                        format!("did you mean `{name}`?"),
                    ),
                    None => Localized::text(
                        format!("các trường được dùng ở đây: {list}"),
                        format!("the fields used here: {list}"),
                    ),
                },
            ));
        }
        complete
    }

    pub fn wrong(&mut self, node: &Node, message: Localized, cure: Localized) {
        self.complete = false;
        self.report.add(wrong_value(Location::new(self.source, node.range.clone()), message, cure));
    }

    fn missing(&mut self, name: &'static str) {
        self.complete = false;
        if self.entries.is_empty() {
            self.absent.push(name);
        } else {
            self.report.add(missing_field(Location::new(self.source, self.place.clone()), name));
        }
    }

    /// The text of a node that must be a single value.
    pub fn scalar(&mut self, node: &Node) -> Option<At<String>> {
        match &node.value {
            Value::Scalar { text, .. } => {
                Some(At { value: text.trim().to_owned(), range: node.range.clone() })
            }
            Value::List(items) if looks_like_comma_number(items) => {
                self.complete = false;
                let written = self.source.text[node.range.clone()]
                    .trim_matches(['[', ']'])
                    .replace(", ", ",");
                let typed = written.replace(',', ".");
                self.report.add(Diagnostic::new(
                    Code::NumberFormat,
                    Location::new(self.source, node.range.clone()),
                    Localized::text(
                        format!("`[{written}]` là danh sách hai số, không phải số {written}"),
                        format!("`[{written}]` is a list of two numbers, not the number {typed}"),
                    ),
                    Localized::text("dấu phẩy chia thành hai mục", "the comma makes two items"),
                    Localized::text(format!("hãy gõ {typed}"), format!("type {typed}")),
                ));
                None
            }
            _ => {
                self.wrong(
                    node,
                    Localized::text("ở đây cần một giá trị đơn", "a single value is expected here"),
                    Localized::text(
                        "viết giá trị sau dấu hai chấm, trên cùng dòng",
                        "write the value after the colon, on the same line",
                    ),
                );
                None
            }
        }
    }

    fn both_languages(&mut self, node: &'run Node) -> Option<Localized> {
        let words = self.both_located(node)?;
        self.twins(words.vi, words.en)
    }

    fn both_located(&mut self, node: &'run Node) -> Option<Localized<At<String>>> {
        if let Value::Scalar { text, .. } = &node.value {
            let text = text.trim();
            self.wrong(
                node,
                Localized::text("ở đây cần cả hai ngôn ngữ", "both languages are needed here"),
                Localized::text(
                    format!("hãy gõ {{vi: \"{text}\", en: \"...\"}}"),
                    format!("type {{vi: \"{text}\", en: \"...\"}}"),
                ),
            );
            return None;
        }
        let source = self.source;
        let Some(mut fields) = Fields::open(node, source, self.report) else {
            self.complete = false;
            return None;
        };
        let (vi, en) = (fields.required_text("vi"), fields.required_text("en"));
        let complete = fields.finish();
        self.complete &= complete;
        Some(Localized { vi: vi?, en: en? })
    }

    /// Words in both languages, whose numbers must be the same.
    fn twins(&mut self, vi: At<String>, en: At<String>) -> Option<Localized> {
        let words = Localized { vi, en };
        twins::compare(&words, self.source, self.report);
        Some(Localized { vi: words.vi.value, en: words.en.value })
    }

    fn as_date(&mut self, text: &At<String>) -> Option<Date> {
        let date = Date::parse(&text.value);
        if date.is_none() {
            self.complete = false;
            self.report.add(wrong_date(text.location(self.source), &text.value));
        }
        date
    }

    fn as_choice<T: Copy>(
        &mut self,
        name: &str,
        text: &At<String>,
        choices: &[(&'static str, T)],
    ) -> Option<T> {
        let found = choices.iter().find(|(word, _)| *word == text.value).map(|(_, choice)| *choice);
        if found.is_none() {
            self.complete = false;
            let list = choices.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            let words = || choices.iter().map(|(word, _)| *word);
            let cure = match meanings::meant(&text.value, words())
                .or_else(|| closest(&text.value, words()))
            {
                Some(word) => Localized::text(
                    format!("có phải ý bạn là `{word}`? Các giá trị: {list}"),
                    format!("did you mean `{word}`? The values: {list}"),
                ),
                None => Localized::text(
                    format!("dùng một trong: {list}"),
                    format!("use one of: {list}"),
                ),
            };
            self.report.add(wrong_value(
                text.location(self.source),
                Localized::text(
                    format!("`{name}` không nhận giá trị `{}`", text.value),
                    format!("`{name}` cannot be `{}`", text.value),
                ),
                cure,
            ));
        }
        found
    }
}

/// What a result rests on, as it is typed.
pub const SOURCE_EXAMPLE: &str = "{vi: ..., en: ..., url: https://...}";

/// The nearest of the names, where one is near enough to have been meant.
pub fn closest<'name>(typed: &str, names: impl Iterator<Item = &'name str>) -> Option<&'name str> {
    names
        .map(|name| (strsim::jaro_winkler(typed, name), name))
        .filter(|(nearness, _)| *nearness > 0.8)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, name)| name)
}

pub fn missing_field(location: Location, name: &str) -> Diagnostic {
    let value = match name {
        "source" => SOURCE_EXAMPLE,
        "quote" | "reason" => "{vi: ..., en: ...}",
        _ => "...",
    };
    Diagnostic::new(
        Code::MissingField,
        location,
        Localized::text(format!("thiếu trường `{name}`"), format!("the field `{name}` is missing")),
        Localized::text("trong phần bắt đầu ở đây", "in what begins here"),
        Localized::text(
            format!("thêm dòng `{name}: {value}`"),
            format!("add a line `{name}: {value}`"),
        ),
    )
}

fn nothing_typed(location: Location, names: &[&str]) -> Diagnostic {
    let each = |after: &str| {
        names.iter().map(|name| format!("`{name}{after}`")).collect::<Vec<_>>().join(", ")
    };
    let (fields, lines) = (each(""), each(": ..."));
    Diagnostic::new(
        Code::MissingField,
        location,
        Localized::text(
            format!("ở đây chưa ghi gì; cần các trường {fields}"),
            format!("nothing was typed here; the fields {fields} are needed"),
        ),
        Localized::text("trong phần bắt đầu ở đây", "in what begins here"),
        Localized::text(format!("thêm các dòng {lines}"), format!("add the lines {lines}")),
    )
}

pub fn wrong_value(location: Location, message: Localized, cure: Localized) -> Diagnostic {
    Diagnostic::new(
        Code::WrongValue,
        location,
        message,
        Localized::text("giá trị này", "this value"),
        cure,
    )
}

fn wrong_date(location: Location, text: &str) -> Diagnostic {
    // `02/03/2026` is a day to a Vietnamese reader.
    let mut parts = text.split('/').map(|part| part.trim().parse::<i16>().ok());
    if let (Some(Some(day)), Some(Some(month)), Some(Some(year)), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
        && let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day))
        && let Some(date) = Date::new(year, month, day)
    {
        let typed = date.iso();
        return Diagnostic::new(
            Code::WrongDate,
            location,
            Localized::text(
                format!("`{text}` viết theo kiểu Việt Nam; YAML cần năm-tháng-ngày"),
                format!("`{text}` is written the Vietnamese way; YAML wants year-month-day"),
            ),
            Localized::text("ngày này", "this date"),
            Localized::text(format!("hãy gõ {typed}"), format!("type {typed}")),
        );
    }
    Diagnostic::new(
        Code::WrongDate,
        location,
        Localized::text(
            format!("`{text}` không phải là một ngày có thật"),
            format!("`{text}` is not a date"),
        ),
        Localized::text("ngày này", "this date"),
        Localized::text(
            "viết năm-tháng-ngày, ví dụ 2025-09-27 (hoặc 2025-09, 2025 nếu văn bản không ghi đủ)",
            "write year-month-day, such as 2025-09-27 (2025-09 or 2025 where the document gives \
             no more)",
        ),
    )
}

fn looks_like_comma_number(items: &[Node]) -> bool {
    items.len() == 2
        && items
            .iter()
            .all(|item| matches!(&item.value, Value::Scalar { text, plain: true } if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())))
}
