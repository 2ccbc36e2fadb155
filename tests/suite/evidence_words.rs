//! Any word of a large list in the places that govern a figure: what is not understood there is not
//! proven.
//!
//! The list is of the plans in `content` and of the cases in `tests/evidence`; the senses are read
//! from `vocabulary.tsv` here, not by the program, and what each place allows is a table of this
//! test.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use minhbach::language::Language;
use minhbach::portal::{Bound, Comparator, Goal, Period};

use crate::evidence_portal::cases_of;
use crate::evidence_prover::{Row, catalogue};

/// Where a word is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Right before the verb that governs the number.
    BeforeVerb,
    /// Between that verb and the number.
    BeforeNumber,
    /// Right behind the number and its unit.
    Behind,
    /// In brackets behind the number.
    InBrackets,
    /// As the first word of the sentence.
    First,
    /// As a piece of its own, with a comma, before the sentence.
    PieceBefore,
}

const PLACES: [Place; 6] = [
    Place::BeforeVerb,
    Place::BeforeNumber,
    Place::Behind,
    Place::InBrackets,
    Place::First,
    Place::PieceBefore,
];

/// A sentence in the parts between which a word is put.
struct Sentence {
    subject: &'static str,
    verb: &'static str,
    number: &'static str,
    row: Row,
}

fn sentences(language: Language) -> Vec<Sentence> {
    let row = |indicator, comparator, value: &str| Row {
        indicator,
        goal: Goal::Value { comparator, value: value.parse().expect("a decimal") },
        period: Period::Year(2030),
        group: None,
    };
    let schools = row("national-standard-schools", Comparator::Reach, "75");
    let poor = row("poor-households", Comparator::Reach, "3");
    let dropout = row("dropout-rate", Comparator::Below, "0.5");
    let insured = row("health-insurance", Comparator::AtLeast, "95");
    let sites = row("satellite-sites-cut", Comparator::ReduceBy(Bound::Exactly), "40");
    let rooms = row("new-classrooms", Comparator::Reach, "120");
    let sentence =
        |subject, verb, number, row: &Row| Sentence { subject, verb, number, row: row.clone() };
    match language {
        Language::Vi => vec![
            sentence("tỷ lệ trường đạt chuẩn quốc gia", "đạt", "75%", &schools),
            sentence("tỷ lệ hộ nghèo", "còn", "3%", &poor),
            sentence("tỷ lệ học sinh bỏ học", "còn", "dưới 0,5%", &dropout),
            sentence("tỷ lệ dân số tham gia bảo hiểm y tế", "đạt", "ít nhất 95%", &insured),
            sentence("số điểm trường lẻ", "giảm", "40%", &sites),
            sentence("toàn tỉnh", "xây mới", "120 phòng học", &rooms),
        ],
        Language::En => vec![
            sentence(
                "the share of schools meeting the national standard",
                "reaches",
                "75%",
                &schools,
            ),
            sentence("the share of poor households", "is", "3%", &poor),
            sentence("the dropout rate", "is", "under 0.5%", &dropout),
            sentence(
                "the share of the population with health insurance",
                "reaches",
                "at least 95%",
                &insured,
            ),
            sentence("the number of satellite sites", "falls by", "40%", &sites),
            sentence("the whole province", "is to build", "120 classrooms", &rooms),
        ],
    }
}

impl Sentence {
    fn with(&self, word: &str, place: Place) -> String {
        let Sentence { subject, verb, number, .. } = self;
        let text = match place {
            Place::BeforeVerb => format!("{subject} {word} {verb} {number}"),
            Place::BeforeNumber => format!("{subject} {verb} {word} {number}"),
            Place::Behind => format!("{subject} {verb} {number} {word}"),
            Place::InBrackets => format!("{subject} {verb} {number} ({word})"),
            Place::First => format!("{word} {subject} {verb} {number}"),
            Place::PieceBefore => format!("{word}, {subject} {verb} {number}"),
        };
        let mut letters = text.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        format!("{first}{}.", letters.as_str())
    }

    fn is_proven(&self, text: &str, language: Language) -> bool {
        catalogue().prove(text, text.trim_end_matches('.'), language, &self.row).is_ok()
    }
}

/// What may stand in each place and leave the statement as it is, by the names of the senses in
/// `vocabulary.tsv`.
///
/// Of the senses: a `filler`, a word of a level or of a wish, what opens a sentence or follows it
/// says nothing against it. A noun or verb that is none of the indicator's makes another thing;
/// comparators, `keep` and changes make another goal; `report` another kind; and those that turn,
/// limit or withdraw a statement may stand nowhere.
fn allowed(place: Place) -> Vec<&'static str> {
    const EVERYWHERE: [&str; 12] = [
        "filler",
        "level",
        "level_to",
        "level_noun",
        "want",
        "raise",
        "light",
        "opening",
        "behind",
        "fresh",
        "and",
        "but",
    ];
    let more: &[&str] = match place {
        // `giảm còn 3%`, `grows to 75%`: the level is what counts.
        Place::BeforeVerb => &["increase", "reduce"],
        Place::BeforeNumber => &[],
        Place::Behind => &["purpose", "which", "keep"],
        Place::InBrackets => &["which"],
        Place::First => &["purpose", "which"],
        // Open vocabulary: what is said of something else.
        Place::PieceBefore => &[
            "purpose", "which", "noun", "verb", "indirect", "keep", "increase", "reduce", "by",
            "average",
        ],
    };
    EVERYWHERE.iter().chain(more).copied().collect()
}

/// A known phrase of what was put in, or a word that nobody knows.
#[derive(Debug)]
struct Part {
    phrase: String,
    /// The names of its senses; `own` for the indicator's words, `catalogue` for those of others.
    senses: BTreeSet<&'static str>,
    /// The same of the shorter phrases in it, by their first and last word.
    shorter: BTreeMap<(usize, usize), BTreeSet<&'static str>>,
}

/// The words and senses of a language; and the words of its catalogue.
struct Known {
    language: Language,
    senses: BTreeMap<String, BTreeSet<&'static str>>,
    catalogue: BTreeSet<String>,
}

impl Known {
    fn new(language: Language) -> Known {
        let mut senses: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        let lines = include_str!("../../src/evidence/vocabulary.tsv")
            .lines()
            // A sense with `@` is asked for by a rule, and changes nothing elsewhere.
            .filter(|line| !line.starts_with('#') && !line.starts_with('@'));
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            let words = fields
                .get(if language == Language::Vi { 1 } else { 2 })
                .copied()
                .unwrap_or_default();
            for word in words
                .split(" | ")
                .map(|word| word.trim().to_lowercase())
                .filter(|word| !word.is_empty())
            {
                senses.entry(word).or_default().insert(fields[0]);
            }
        }
        Known { language, senses, catalogue: catalogue().words(language) }
    }

    fn senses_of(&self, words: &[&str]) -> BTreeSet<&'static str> {
        let mut found = self.senses.get(&words.join(" ")).cloned().unwrap_or_default();
        if self.language == Language::En {
            // Verbs are inflected in their first word, nouns in their last.
            for (at, kinds) in
                [(0, &["verb", "indirect", "light"][..]), (words.len() - 1, &["noun"])]
            {
                for stem in stems(words[at]) {
                    let mut words = words.to_vec();
                    words[at] = &stem;
                    let of_stem = self.senses.get(&words.join(" ")).into_iter().flatten();
                    found.extend(of_stem.filter(|sense| kinds.contains(sense)));
                }
            }
        }
        found
    }

    /// The longest known phrases of the words, from left to right.
    fn parts(&self, words: &str, own: &BTreeSet<String>) -> Vec<Part> {
        let words: Vec<&str> = words.split(' ').collect();
        let is_own = |word: &str| {
            let plural = || {
                own.contains(&format!("{word}s"))
                    || word.strip_suffix('s').is_some_and(|one| own.contains(one))
            };
            own.contains(word) || self.language == Language::En && plural()
        };
        let mut parts = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=words.len() - at)
                .rev()
                .find(|length| !self.senses_of(&words[at..at + length]).is_empty())
                .unwrap_or(1);
            let phrase = &words[at..at + longest];
            let senses = |words: &[&str]| {
                let mut senses = self.senses_of(words);
                if words.iter().all(|word| is_own(word)) {
                    senses.insert("own");
                } else if words.iter().all(|word| self.catalogue.contains(*word)) {
                    senses.insert("catalogue");
                }
                senses
            };
            let ranges =
                (0..longest).flat_map(|start| (start..longest).map(move |end| (start, end)));
            let shorter = ranges
                .filter(|(start, end)| end - start + 1 < longest)
                .map(|range| (range, senses(&phrase[range.0..=range.1])));
            parts.push(Part {
                phrase: phrase.join(" "),
                senses: senses(phrase),
                shorter: shorter.collect(),
            });
            at += longest;
        }
        parts
    }
}

fn stems(word: &str) -> Vec<String> {
    const ENDINGS: [(&str, &str); 8] = [
        ("ies", "y"),
        ("ied", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
    ];
    ENDINGS
        .iter()
        .filter_map(|(ending, stem)| {
            word.strip_suffix(ending).map(|start| format!("{start}{stem}"))
        })
        .collect()
}

/// The distinct words of the language, and phrases of two, in the plans and the cases; and all that
/// the vocabulary has.
fn words(language: Language, known: &Known) -> BTreeSet<String> {
    let name = if language == Language::Vi { "vi" } else { "en" };
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let files = walkdir::WalkDir::new(content)
        .into_iter()
        .map(|entry| entry.expect("an entry").into_path());
    let plans = files.filter(|path| path.ends_with(format!("plan.{name}.md")));
    let mut texts: Vec<String> =
        plans.map(|path| fs::read_to_string(path).expect("a plan")).collect();
    for file in [
        "sentences.jsonl",
        "traps.jsonl",
        "tables.jsonl",
        "wordings.jsonl",
        "attacks.jsonl",
        "open.jsonl",
    ] {
        texts.extend(cases_of(file).iter().map(|case| case.text(name).to_owned()));
    }
    let is_word =
        |word: &String| word.chars().all(|letter| letter.is_alphabetic() || letter == ' ');
    let mut words: BTreeSet<String> =
        known.senses.keys().filter(|word| is_word(word)).cloned().collect();
    for text in texts {
        for stretch in text.split(|letter: char| !(letter.is_alphabetic() || letter == ' ')) {
            let stretch: Vec<String> = stretch.split_whitespace().map(str::to_lowercase).collect();
            words.extend(stretch.windows(2).map(|pair| pair.join(" ")));
            words.extend(stretch);
        }
    }
    words
}

/// What the program takes for harmless although the table does not: by place, language and sense,
/// with an example each.
struct Surprise {
    place: Place,
    language: Language,
    /// The name of a sense, or a phrase.
    sense: &'static str,
    sentence: usize,
    word: &'static str,
}

fn surprises() -> Vec<Surprise> {
    let lines = include_str!("../evidence/surprises.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    let surprise = |line: &'static str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [place, language, sense, sentence, word] = fields[..] else {
            panic!("five fields: {line}")
        };
        Surprise {
            place: PLACES.into_iter().find(|known| format!("{known:?}") == place).expect("a place"),
            language: if language == "vi" { Language::Vi } else { Language::En },
            sense,
            sentence: sentence.parse().expect("a number"),
            word,
        }
    };
    lines.map(surprise).collect()
}

/// The parts that the table does not allow there.
fn not_allowed(parts: Vec<Part>, place: Place, sentence: &Sentence) -> Vec<Part> {
    const JOINTS: [&str; 5] = ["and", "but", "fresh", "purpose", "which"];
    const OPENS: [&str; 5] = ["want", "fresh", "purpose", "raise", "keep"];
    const OPEN: [&str; 8] =
        ["noun", "verb", "indirect", "keep", "increase", "reduce", "catalogue", "light"];
    let allowed = allowed(place);
    let is_change =
        matches!(sentence.row.goal, Goal::Value { comparator, .. } if comparator.is_change());
    // `the whole province is to build`: who acts, and how, may be said in any words.
    let acts = sentence.row.indicator == "new-classrooms";
    let is_actor =
        sentence.verb.starts_with("is to") && matches!(place, Place::BeforeVerb | Place::First);
    let with =
        |senses: &[&str], part: &Part| part.senses.iter().any(|sense| senses.contains(sense));
    let joint = parts.iter().position(|part| with(&JOINTS, part));
    let opening = parts.iter().rposition(|part| with(&OPENS, part));
    let is_open = |at: usize, part: &Part| {
        let understood =
            !part.senses.is_empty() && part.senses.iter().all(|sense| OPEN.contains(sense));
        let in_place = match place {
            // Behind `để`, `and` another clause begins.
            Place::Behind => joint.is_some_and(|joint| joint < at),
            // What stands before `bảo đảm`, `so that` is who acts.
            Place::First | Place::BeforeVerb if place == Place::First || acts => {
                opening.is_some_and(|opening| at < opening)
            }
            Place::PieceBefore => at > 0 || understood,
            _ => false,
        };
        (in_place || is_actor) && (understood || part.senses.is_empty())
    };
    let is_fit = |senses: &BTreeSet<&str>| {
        senses.contains("own")
            || senses.iter().any(|sense| allowed.contains(sense))
            || is_change && senses.contains("compare")
    };
    let turns = |part: &Part| with(&TURNING, part);
    // `đi học`, `meets with`: made of words that change nothing.
    let is_compound = |part: &Part| !turns(part) && is_made_of(part, |senses| is_fit(senses));
    let joined = |mut part: Part| {
        if joint.is_some() && part.senses.iter().all(|sense| OPEN.contains(sense)) {
            part.senses.insert("joined");
        }
        part
    };
    let bad = parts
        .into_iter()
        .enumerate()
        .filter(|(at, part)| !(is_fit(&part.senses) || is_compound(part) || is_open(*at, part)));
    bad.map(|(_, part)| joined(part)).collect()
}

/// Whether the part is made of shorter phrases that fit.
fn is_made_of(part: &Part, is_fit: impl Fn(&BTreeSet<&str>) -> bool) -> bool {
    let length = part.phrase.split(' ').count();
    let mut reached = vec![false; length + 1];
    reached[0] = true;
    for ((start, end), senses) in &part.shorter {
        reached[end + 1] |= reached[*start] && is_fit(senses);
    }
    reached[length]
}

/// Senses that turn, limit, weaken or withdraw a statement, or make another kind of it.
const TURNING: [&str; 16] = [
    "deny",
    "prohibit",
    "condition",
    "except",
    "withdraw",
    "weaken",
    "hedge",
    "attribute",
    "other_whole",
    "distribute",
    "alternative",
    "compare",
    "order",
    "only",
    "other_time",
    "report",
];

/// The same words each time: a hash of the text in one of `of` classes.
fn is_in_sample(text: &str, of: u64) -> bool {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 20) % of == 0
}

fn only_understood_words_leave_a_figure_proven(language: Language) {
    let known = Known::new(language);
    let sentences = sentences(language);
    let own: Vec<BTreeSet<String>> = sentences
        .iter()
        .map(|sentence| catalogue().own_words(sentence.row.indicator, language))
        .collect();
    let surprises = surprises();
    // A part of what the list of surprises was made from, one in eight.
    let one_in = if cfg!(debug_assertions) { 8 * 30 } else { 8 };
    let (mut tried, mut proven, mut wrong) = (0, 0, Vec::new());
    for word in words(language, &known) {
        for (index, sentence) in sentences.iter().enumerate() {
            for place in PLACES {
                let text = sentence.with(&word, place);
                if !is_in_sample(&text, one_in) {
                    continue;
                }
                tried += 1;
                if !sentence.is_proven(&text, language) {
                    continue;
                }
                proven += 1;
                let is_surprise = |part: &Part| {
                    let of_sense =
                        |sense: &str| part.senses.contains(sense) || part.phrase == sense;
                    surprises.iter().any(|known| {
                        known.place == place && known.language == language && of_sense(known.sense)
                    })
                };
                let bad = not_allowed(known.parts(&word, &own[index]), place, sentence);
                for part in bad.iter().filter(|part| !is_surprise(part)) {
                    wrong.push(format!(
                        "{place:?}\t{index}\t{word}\t{}\t{:?}\t{text}",
                        part.phrase, part.senses
                    ));
                }
            }
        }
    }
    assert!(
        proven > 50 && proven < tried / 2,
        "{proven} of {tried} proven: the sample says nothing"
    );
    assert!(
        wrong.is_empty(),
        "{} of {tried} are proven with a word that may not stand there:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn only_understood_words_leave_a_vietnamese_figure_proven() {
    only_understood_words_leave_a_figure_proven(Language::Vi);
}

#[test]
fn only_understood_words_leave_an_english_figure_proven() {
    only_understood_words_leave_a_figure_proven(Language::En);
}

#[test]
fn the_sentences_without_a_word_are_proven() {
    for language in Language::ALL {
        for sentence in sentences(language) {
            let text = sentence.with("", Place::First).trim_start().to_owned();
            assert!(sentence.is_proven(&text, language), "{text}");
        }
    }
}

/// A surprise that is none any more is taken out of the list.
#[test]
fn a_known_surprise_is_still_one() {
    let mut stale = Vec::new();
    for language in Language::ALL {
        let (known, sentences) = (Known::new(language), sentences(language));
        for Surprise { place, sense, sentence, word, .. } in
            surprises().into_iter().filter(|surprise| surprise.language == language)
        {
            let sentence = &sentences[sentence];
            let own = catalogue().own_words(sentence.row.indicator, language);
            let bad = not_allowed(known.parts(word, &own), place, sentence);
            if bad.is_empty() || !sentence.is_proven(&sentence.with(word, place), language) {
                stale.push(format!("{place:?} {language:?} {sense} {word}"));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "no surprise any more; take out of surprises.tsv:\n{}",
        stale.join("\n")
    );
}
