//! The time for which a figure holds: the nearest place that names one decides, also where what it
//! names is no time to reach something by (`sau năm 2027`). A farther place is never asked over the
//! head of a nearer one.

use std::ops::Range;

use super::lexicon::{Sense, built_in};
use super::read::tokens;
use super::table::CellReading;
use super::{Claim, Failure, Mention, MentionKind, UnitInPlan, Vocabulary, read, words};
use crate::language::Language;
use crate::language::date::Date;
use crate::portal::{DueDay, Goal, Period, PeriodProof, StatementKind};

/// Where the claimed period is named, or which others are.
pub(super) fn prove(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: Option<usize>,
    figure: &Range<usize>,
    vocabulary: &Vocabulary,
) -> Result<PeriodProof, Failure> {
    if claims_day_itself(claim, mention) {
        return Ok(PeriodProof::Unit);
    }
    let ordered = mention
        .and_then(|mention| in_order(unit, mention))
        .map(|time| (PeriodProof::Unit, vec![time]));
    let Some((place, named)) =
        ordered.or_else(|| levels(unit, figure, vocabulary).find(|(_, named)| !named.is_empty()))
    else {
        return match claim.period {
            Period::None => Ok(PeriodProof::NotNamed),
            claimed => {
                Err(Failure::Period { claimed, named: Vec::new(), place: PeriodProof::NotNamed })
            }
        };
    };
    let aim = claim.kind == StatementKind::Aim;
    let is_named = |period: Period| {
        named.iter().any(|name| {
            name.period.or(name.bare.filter(|_| aim)).is_some_and(|named| same_time(named, period))
        })
    };
    let stands = match claim.period {
        // The plan's own end, in a heading or the title, is no end of what is done every year.
        Period::EveryYear { until: Some(last) } => {
            let ends = |name: &Named| matches!(name.period, Some(Period::Year(year) | Period::Stage { to: year, .. }) if year == last);
            is_named(Period::EveryYear { until: None }) && named.iter().any(ends)
        }
        Period::None => false,
        claimed => is_named(claimed),
    };
    if stands {
        return Ok(place);
    }
    let periods: Vec<Period> = named.iter().filter_map(|name| name.period).collect();
    Err(match named.iter().find(|name| name.period.is_none()) {
        Some(other) if periods.is_empty() => {
            Failure::OtherTime { claimed: claim.period, words: other.words.clone() }
        }
        _ => Failure::Period { claimed: claim.period, named: periods, place },
    })
}

/// Whether the two are the same time: the last day of a year is that year's end.
fn same_time(named: Period, claimed: Period) -> bool {
    named == claimed || matches!(claimed, Period::Year(year) if ends_year(named) == Some(year))
}

/// The year whose last month or day it is.
fn ends_year(period: Period) -> Option<i16> {
    match period {
        Period::Month { year, month: 12 } => Some(year),
        Period::Day(Date { year, month: Some(12), day: Some(31) }) => Some(year),
        _ => None,
    }
}

/// The periods that the nearest place names for a figure: one of them is its own. None where no
/// place names any.
pub(super) fn nearest(
    unit: &UnitInPlan,
    figure: &Range<usize>,
    vocabulary: &Vocabulary,
) -> Vec<Period> {
    let named = levels(unit, figure, vocabulary)
        .map(|(_, named)| named)
        .find(|named| !named.is_empty())
        .unwrap_or_default();
    named.into_iter().filter_map(|name| name.period).collect()
}

/// The words of time at the nearest place that names any, where none of them is a time that a row
/// can be for.
pub(super) fn other_time(
    unit: &UnitInPlan,
    figure: &Range<usize>,
    vocabulary: &Vocabulary,
) -> Option<String> {
    let named =
        levels(unit, figure, vocabulary).map(|(_, named)| named).find(|named| !named.is_empty())?;
    let other = named.iter().find(|name| name.period.is_none())?;
    named.iter().all(|name| name.period.is_none()).then(|| other.words.clone())
}

/// A day with its year names that year.
fn claims_day_itself(claim: &Claim, mention: Option<usize>) -> bool {
    mention.is_some()
        && matches!((claim.goal, claim.period), (Goal::Before(DueDay::Once(date)), Period::Year(year)) if date.year == year)
}

/// A time as a text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// None for words of time that no period of a row can say: `sau năm 2027`.
    period: Option<Period>,
    /// The time itself, whatever word stands before it: an aim may be for any.
    bare: Option<Period>,
    words: String,
}

/// The time that a mention is, where it is one that a period can be.
pub(super) fn names_of(kind: &MentionKind) -> Option<Named> {
    period_of(kind).map(|period| Named { period: Some(period), bare: None, words: String::new() })
}

fn period_of(kind: &MentionKind) -> Option<Period> {
    Some(match *kind {
        MentionKind::Year(year) => Period::Year(year),
        MentionKind::Stage(from, to) => Period::Stage { from, to },
        MentionKind::SchoolYear(start) => Period::SchoolYear(start),
        MentionKind::EveryYear => Period::EveryYear { until: None },
        MentionKind::Quarter(quarter, year) => Period::Quarter { year, quarter: quarter as i8 },
        MentionKind::HalfYear(half, year) => Period::HalfYear { year, half: half as i8 },
        MentionKind::NineMonths(year) => Period::NineMonths(year),
        MentionKind::Date(date) => match (date.month, date.day) {
            (Some(_), Some(_)) => Period::Day(date),
            (Some(month), None) => Period::Month { year: date.year, month },
            _ => Period::Year(date.year),
        },
        _ => return None,
    })
}

impl Named {
    pub fn year(year: i16) -> Self {
        Named { period: Some(Period::Year(year)), bare: None, words: String::new() }
    }

    pub fn every_year() -> Self {
        Named { period: Some(Period::EveryYear { until: None }), bare: None, words: String::new() }
    }

    pub fn is_every_year(&self) -> bool {
        matches!(self.period, Some(Period::EveryYear { .. }))
    }
}

/// From the nearest to the farthest: what each place names.
fn levels<'level>(
    unit: &'level UnitInPlan,
    figure: &Range<usize>,
    vocabulary: &'level Vocabulary,
) -> impl Iterator<Item = (PeriodProof, Vec<Named>)> + use<'level> {
    let sentence = words::sentence(unit.text, figure.clone());
    let text = Text { text: unit.text, mentions: unit.mentions, language: unit.language };
    let own = [
        (PeriodProof::Unit, text.of_figure(sentence.clone(), figure)),
        (PeriodProof::Unit, lead_in(&text, sentence.start)),
    ];
    let elsewhere = move |place: PeriodProof, text: &str| {
        let mentions = read(text, unit.language, vocabulary);
        (place, Text { text, mentions: &mentions, language: unit.language }.named(0..text.len()))
    };
    let mention = unit.mentions.iter().position(|mention| mention.span == *figure);
    let (is_value, table) = CellReading::new(None, unit, mention, vocabulary)
        .map_or((false, Vec::new()), |table| (table.is_value, table.times));
    let lead_ins = unit.lead_ins.iter().map(move |text| elsewhere(PeriodProof::Unit, text));
    let headings =
        unit.headings.iter().map(move |heading| elsewhere(PeriodProof::Heading, heading));
    let title = std::iter::once_with(move || elsewhere(PeriodProof::Title, unit.title));
    own.into_iter()
        .filter(move |_| !is_value)
        .chain(table)
        .chain(lead_ins)
        .chain(headings)
        .chain(title)
}

/// `năm 2027 và năm 2028 lần lượt đạt 80% và 85%`: the figure's time by its place in the order.
fn in_order(unit: &UnitInPlan, mention: usize) -> Option<Named> {
    let ordered = super::sentence::place_in_order(unit, mention)?;
    let text = Text { text: unit.text, mentions: unit.mentions, language: unit.language };
    let times = text.named(ordered.before);
    (times.len() == ordered.figures && ordered.figures > 1).then(|| times[ordered.place].clone())
}

/// What an earlier sentence of the unit sets for those that follow: the nearest that opens with a
/// year, a stage or a school year (`Đến năm 2030, ...`); or else whatever the first sentence names
/// before its first figure.
fn lead_in(text: &Text, before: usize) -> Vec<Named> {
    let mut start = 0;
    let mut opening = Vec::new();
    for end in words::sentence_ends(text.text).take_while(|&end| end <= before) {
        let first_figure = text
            .inside(start..end)
            .iter()
            .find(|mention| matches!(mention.kind, MentionKind::Figure(_)));
        let until = first_figure.map_or(end, |figure| figure.span.start.min(end));
        let until = if start == 0 {
            until
        } else {
            text.text[start..until].find([',', ';', ':']).map_or(start, |comma| start + comma)
        };
        let mut names = text.named(start..until);
        if start > 0 {
            names.retain(|name| !matches!(name.period, Some(Period::EveryYear { .. })));
        }
        if !names.is_empty() {
            opening = names;
        }
        start = end;
    }
    opening
}

/// A text with its mentions.
struct Text<'text> {
    text: &'text str,
    mentions: &'text [Mention],
    language: Language,
}

impl Text<'_> {
    /// The mentions whose numbers begin in the range; mentions stand in the order of the text.
    fn inside(&self, range: Range<usize>) -> &[Mention] {
        let first = self.mentions.partition_point(|mention| mention.number.start < range.start);
        let end = self.mentions.partition_point(|mention| mention.number.start < range.end);
        &self.mentions[first..end.max(first)]
    }

    /// The times of a figure in its sentence: those right behind it; else those that open its part
    /// before it; else the one that its part names behind a later figure; else those that open the
    /// sentence.
    fn of_figure(&self, sentence: Range<usize>, figure: &Range<usize>) -> Vec<Named> {
        let part = words::part(self.text, sentence.clone(), figure.clone());
        let bracket = self.bracket_around(figure, &part);
        let whole = bracket.clone().unwrap_or_else(|| part.clone());
        let inside = self.inside(whole.clone());
        let is_figure = |mention: &Mention| matches!(mention.kind, MentionKind::Figure(_));
        let figures: Vec<&Mention> =
            inside.iter().filter(|mention| is_figure(mention) || mention.span == *figure).collect();
        let times: Vec<&Mention> = inside
            .iter()
            .filter(|mention| mention.kind.is_time() && mention.span != *figure)
            .collect();
        let in_same_brackets = |time: &&&Mention| self.bracket_around(&time.span, &part) == bracket;
        // Whose figure a time stands behind, with nothing that parts them.
        let behind = |time: &Mention| {
            let before = figures.iter().rev().find(|other| other.span.end <= time.span.start)?;
            let between = &self.text[before.span.end..time.span.start];
            (!self.is_parted(between)).then_some(before.span.clone())
        };
        let within =
            |time: &&&Mention| figure.start <= time.span.start && time.span.end <= figure.end;
        let own: Vec<&Mention> = times
            .iter()
            .filter(in_same_brackets)
            .filter(|time| behind(time).as_ref() == Some(figure) || within(time))
            .copied()
            .collect();
        // Every year of a stage: both are said.
        let opening = || {
            let free = |time: &&&Mention| {
                in_same_brackets(time) && time.span.end <= figure.start && behind(time).is_none()
            };
            let before: Vec<&Mention> = times.iter().filter(free).copied().collect();
            let start = figures
                .iter()
                .rev()
                .find(|other| other.span.end <= figure.start)
                .map_or(whole.start, |other| other.span.end);
            let near: Vec<&Mention> =
                before.iter().filter(|time| time.span.start >= start).copied().collect();
            if near.is_empty() { before } else { near }
        };
        let mut names = self.times(&own);
        let recurs = |names: &[Named]| {
            !names.is_empty()
                && names.iter().all(|name| matches!(name.period, Some(Period::EveryYear { .. })))
        };
        if names.is_empty() || recurs(&names) {
            for name in self.times(&opening()) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        // `80% và 90% vào năm 2030`; behind a comma only where there is no other figure.
        let alone = figures.iter().all(|other| other.span == *figure);
        let shares = |time: &Mention| {
            let between = figure.end..time.span.start;
            !self.is_compared(between.clone())
                && (alone || !self.text[between].contains([',', ':', '(']))
        };
        if names.is_empty() && bracket.is_none() {
            let later: Vec<&Mention> = times
                .iter()
                .filter(in_same_brackets)
                .filter(|time| time.span.start >= figure.end && shares(time))
                .copied()
                .collect();
            names = self.times(&later);
            names.truncate(if names.len() == 1 { 1 } else { 0 });
        }
        if names.is_empty() && part.start > sentence.start {
            let first = self
                .inside(sentence.clone())
                .iter()
                .find(|mention| is_figure(mention))
                .map_or(sentence.start, |mention| mention.span.start);
            // `Năm 2027 kiểm tra; tỷ lệ ... đạt 90%`: a part without a figure is another deed,
            // unless it only opens the list.
            let opens = self.text[sentence.start..part.start].contains(':');
            if first < part.start || opens {
                names = self.named(sentence.start..first.min(part.start));
            }
        }
        if names.is_empty() && bracket.is_some() {
            let before = self
                .inside(part.start..whole.start)
                .iter()
                .rfind(|mention| is_figure(mention))
                .map(|mention| mention.span.clone());
            return before.map_or_else(Vec::new, |outer| self.of_figure(sentence, &outer));
        }
        names
    }

    /// The brackets in which the range stands, inside `part`.
    fn bracket_around(&self, range: &Range<usize>, part: &Range<usize>) -> Option<Range<usize>> {
        let open = self.text[part.start..range.start].rfind('(').map(|at| part.start + at)?;
        if self.text[open..range.start].contains(')') {
            return None;
        }
        let close = self.text[range.end..part.end].find(')').map(|at| range.end + at)?;
        Some(open + 1..close)
    }

    /// Whether the words between a figure and a time part them: a comma, a colon, a conjunction, an
    /// opening bracket.
    fn is_parted(&self, between: &str) -> bool {
        let conjunctions: &[&str] = match self.language {
            Language::Vi => &["và", "còn", "đến", "nhưng", "phấn đấu", "trong đó"],
            Language::En => &["and", "while", "but", "strive", "of which", "then"],
        };
        between.contains([',', ';', ':', '(', ')'])
            || words::split(between, 0..between.len())
                .any(|word| conjunctions.iter().any(|other| words::equal(word, other)))
    }

    /// The times that stand in the range.
    fn named(&self, range: Range<usize>) -> Vec<Named> {
        let times: Vec<&Mention> =
            self.inside(range).iter().filter(|mention| mention.kind.is_time()).collect();
        self.times(&times)
    }

    fn times(&self, times: &[&Mention]) -> Vec<Named> {
        let every_year = times.iter().any(|time| time.kind == MentionKind::EveryYear);
        // `đến năm 2030, tầm nhìn đến năm 2045`: the text sets 2030; only where nothing nearer is
        // named is the vision itself meant.
        let sets_nearer = times.iter().any(|time| {
            matches!(time.kind, MentionKind::Year(_) | MentionKind::Stage(..))
                && !self.is_outlook(time)
        });
        let mut named: Vec<Named> = Vec::new();
        for time in times {
            let is_year = matches!(
                time.kind,
                MentionKind::Year(_)
                    | MentionKind::Stage(..)
                    | MentionKind::SchoolYear(_)
                    | MentionKind::Date(_)
                    | MentionKind::Quarter(..)
            );
            if is_year
                && (self.is_of_results(time)
                    || sets_nearer && self.is_outlook(time)
                    || self.is_compared_with(time)
                    || self.is_of_document(time))
            {
                continue;
            }
            let relation = self.relation(time);
            let period = match time.kind {
                // `hằng năm, từ năm 2026`: 2026 is when it begins.
                MentionKind::Year(_) if every_year && relation == Relation::From => continue,
                MentionKind::EveryYear if !every_year => continue,
                // A day before which something is due is no time of a figure, nor is a day of the
                // year.
                MentionKind::DayOfYear { .. } | MentionKind::ImpossibleDate(..) => continue,
                MentionKind::EveryYear => Some(Period::EveryYear { until: None }),
                _ if relation != Relation::By => None,
                ref kind => match period_of(kind) {
                    Some(period) => Some(period),
                    None => continue,
                },
            };
            let name =
                Named { period, bare: period_of(&time.kind), words: self.with_word_before(time) };
            if !named.contains(&name) {
                named.push(name);
            }
        }
        named
    }

    fn with_word_before(&self, time: &Mention) -> String {
        let start = self.text[..time.span.start].trim_end().rfind(' ').map_or(0, |at| at + 1);
        self.text[start..time.span.end].trim().to_owned()
    }

    /// The words of the clause before a place.
    fn clause_before(&self, at: usize) -> Range<usize> {
        let start = self.text[..at].rfind([',', ';', ':', '(', '.']).map_or(0, |sign| sign + 1);
        start..at
    }

    /// How the words before a time relate to it.
    fn relation(&self, time: &Mention) -> Relation {
        if matches!(
            time.kind,
            MentionKind::Stage(..) | MentionKind::SchoolYear(_) | MentionKind::EveryYear
        ) {
            return Relation::By;
        }
        let mut before: Vec<String> =
            words::split(self.text, self.clause_before(time.number.start))
                .map(str::to_lowercase)
                .collect();
        let fillers = [
            "năm", "ngày", "tháng", "quý", "cả", "the", "year", "of", "end", "hết", "cuối", "which",
        ];
        let mut early = false;
        while let Some(last) = before.last() {
            early |= matches!(
                last.as_str(),
                "đầu" | "giữa" | "early" | "mid" | "beginning" | "start" | "late" | "nửa"
            );
            let whole = matches!(last.as_str(), "end" | "cuối" | "hết" | "late");
            if whole {
                early = false;
            }
            if !(fillers.contains(&last.as_str())
                || early
                    && matches!(
                        last.as_str(),
                        "đầu" | "giữa" | "early" | "mid" | "beginning" | "start" | "nửa" | "late"
                    ))
            {
                break;
            }
            before.pop();
        }
        let last = before.last().map_or("", String::as_str);
        let two = before
            .len()
            .checked_sub(2)
            .map_or(String::new(), |at| format!("{} {last}", before[at]));
        let is_day = matches!(time.kind, MentionKind::Date(date) if date.day.is_some());
        match self.language {
            _ if early && !matches!(time.kind, MentionKind::HalfYear(..)) => Relation::Other,
            // Before a day that is named is until that day.
            Language::Vi if last == "trước" => {
                if is_day {
                    Relation::By
                } else {
                    Relation::Other
                }
            }
            Language::Vi
                if two == "trở đi"
                    || self.text[time.span.end..].trim_start().starts_with("trở đi") =>
            {
                Relation::Other
            }
            Language::Vi if matches!(last, "sau" | "quá" | "ngoài" | "khỏi") => Relation::Other,
            Language::Vi if matches!(last, "từ" | "kể") || two == "kể từ" || two == "bắt đầu" => {
                Relation::From
            }
            Language::En if last == "before" => {
                if is_day {
                    Relation::By
                } else {
                    Relation::Other
                }
            }
            Language::En if matches!(last, "after" | "beyond" | "past" | "following") => {
                Relation::Other
            }
            Language::En
                if matches!(last, "from" | "since")
                    || two == "starting in"
                    || two == "beginning in" =>
            {
                Relation::From
            }
            _ if self.text[time.span.end..].trim_start().to_lowercase().starts_with("onwards") => {
                Relation::Other
            }
            _ => Relation::By,
        }
    }

    /// `tầm nhìn đến năm 2045`, `with a vision to 2045`, `định hướng đến năm 2035`: farther than
    /// what the text itself plans.
    fn is_outlook(&self, year: &Mention) -> bool {
        let text = self.text;
        let piece = self.clause_before(year.number.start);
        let named = words::find_last(
            text,
            piece,
            &["tầm nhìn", "định hướng", "vision", "outlook", "orientation", "orientations"],
        );
        let between = named.map(|name| words::split(text, name.end..year.number.start).count());
        between.is_some_and(|between| between <= 3)
            || words::split(text, year.number.end..text.len())
                .next()
                .is_some_and(|word| words::equal(word, "vision"))
    }

    /// Whether a word of comparison stands in the range.
    fn is_compared(&self, range: Range<usize>) -> bool {
        let spelled: Vec<String> =
            tokens(&self.text[range]).into_iter().map(|token| token.text.into_owned()).collect();
        let word = |at: usize| spelled.get(at).map_or("", String::as_str);
        let senses = |at: usize| {
            built_in(self.language).longest(at, word).map_or([].as_slice(), |(_, senses)| senses)
        };
        (0..spelled.len()).any(|at| senses(at).contains(&Sense::Compare) && word(at) != "/")
    }

    /// `so với năm 2025`, `cao hơn mức của năm 2025`, `compared with 2025`: what something is
    /// measured from, never when it is due.
    fn is_compared_with(&self, time: &Mention) -> bool {
        let clause = self.clause_before(time.number.start);
        let text = &self.text[clause];
        let spelled: Vec<String> =
            tokens(text).into_iter().map(|token| token.text.into_owned()).collect();
        let word = |at: usize| spelled.get(at).map_or("", String::as_str);
        let dictionary = built_in(self.language);
        let mut at = 0;
        let mut last = None;
        while at < spelled.len() {
            let (length, senses) = dictionary.longest(at, word).unwrap_or((1, &[]));
            // `cao hơn mức của năm 2025`, `above the level of 2025`; not `các nhiệm vụ trên`, `the
            // above tasks`.
            let higher = length > 1 || matches!(word(at + length), "the" | "that" | "what");
            let compares = senses.contains(&Sense::Compare)
                || higher
                    && senses.iter().any(|sense| matches!(sense, Sense::Above | Sense::Below));
            let is_number = word(at).starts_with(|first: char| first.is_ascii_digit());
            if compares && word(at) != "/" {
                last = Some(at + length);
            } else if is_number
                || senses.contains(&Sense::LevelTo) && !matches!(word(at), "to" | "về")
            {
                last = None;
            }
            at += length.max(1);
        }
        last.is_some_and(|end| spelled.len() - end <= 9)
    }

    /// `tiếp nối kết quả của giai đoạn 2021 - 2025`: the time of what was achieved.
    fn is_of_results(&self, time: &Mention) -> bool {
        let results =
            ["kết quả", "thành tựu", "thành quả", "bài học", "results", "achievements", "lessons"];
        let clause = self.clause_before(time.number.start);
        let opens = words::find_last(self.text, clause, &results);
        let between =
            opens.map(|results| words::split(self.text, results.end..time.number.start).count());
        // In a text of its own (`Kết quả năm 2025`) it is the time of the figures.
        let in_sentence = self.mentions.iter().any(|mention| {
            matches!(mention.kind, MentionKind::Figure(_)) && mention.span.start > time.span.end
        });
        in_sentence && between.is_some_and(|between| between <= 5)
    }

    /// `Luật Giáo dục năm 2019`, `Nghị quyết số 28-NQ/TW năm 2024`, `the Health Insurance Law of
    /// 2024`: the year of a document.
    fn is_of_document(&self, time: &Mention) -> bool {
        let documents: &[&str] = match self.language {
            Language::Vi => &[
                "luật",
                "bộ luật",
                "nghị quyết",
                "nghị định",
                "quyết định",
                "thông tư",
                "chỉ thị",
                "kết luận",
                "pháp lệnh",
                "hiến pháp",
                "công văn",
                "đề án",
                "chương trình giáo dục",
            ],
            Language::En => &[
                "law",
                "act",
                "resolution",
                "decree",
                "decision",
                "circular",
                "directive",
                "conclusion",
                "ordinance",
                "constitution",
                "code",
                "scheme",
                "project",
            ],
        };
        let clause = self.clause_before(time.number.start);
        let named = words::find_last(self.text, clause, documents);
        let number_between = |from: usize| {
            let between = self.mentions.iter().filter(|mention| {
                mention.span.start >= from && mention.span.end <= time.span.start
            });
            between.into_iter().any(|mention| matches!(mention.kind, MentionKind::Figure(_)))
        };
        let limits = ["đến", "tới", "by", "until", "vào", "phấn đấu"];
        let of_document = named.is_some_and(|name| {
            let between: Vec<&str> = words::split(self.text, name.end..time.number.start).collect();
            between.len() <= 12
                && !number_between(name.end)
                && !between.iter().any(|word| limits.iter().any(|limit| words::equal(word, limit)))
        });
        let following =
            words::split(self.text, time.span.end..self.text.len()).next().unwrap_or("");
        let numbered = self.mentions.iter().any(|mention| {
            let between = || words::split(self.text, mention.span.end..time.span.start).count();
            matches!(mention.kind, MentionKind::DocumentNumber(_))
                && mention.span.end <= time.span.start
                && time.span.start - mention.span.end < 40
                && between() <= 3
        });
        let names_after = self.language == Language::En
            && documents.iter().any(|document| words::equal(following, document));
        of_document || names_after || numbered
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    By,
    From,
    /// After it, before it, early in it.
    Other,
}
