//! The index as files. Each is a script `minhbachSearch(name, version, text)`; the texts are:
//!
//! - `head`: lines: number of documents; `kind:count` for each kind; the sizes of the result files;
//!   for each file of words as much of its first key as tells it from the file before; the same for
//!   each file of pairs.
//! - `w0`, `w1` ...: words, one a line: `key =own=other form:list form:list`; a form that is its
//!   key is left out.
//! - `p0`, `p1` ...: pairs, one a line: `key_key =own=other :list`.
//! - `r0`, `r1` ...: results, one a line: address, title, context, text, `d` for a draft, with tabs
//!   between. Of the address, title and context only what differs from the line before is there,
//!   after a digit: how many letters do not.
//! - `vocabulary`: the commonest words, for queries that find nothing: a digit for the letters kept
//!   of the key before, one for how often the word stands, and the other letters of the key; where
//!   the key is no word, what the word has after it behind a `:`, or the word behind a `=`.
//! - `filters`: one a line: kind of filter, name in addresses, name, `(gap, length)` of each
//!   stretch of documents.
//!
//! (`places`, for the place finder, is `places.rs`.)
//!
//! A list is `(gap * 4 + weight)` for each document; a list that is cut short has `!` and the first
//! document left out before it. Numbers are in base 32, least digit first, as letters of
//! [`DIGITS`].

use std::borrow::Cow;
use std::cmp::Reverse;

use rayon::prelude::*;

use super::documents::Kind;
use super::postings::{Entry, OTHER_WORDS, Posting};
use crate::language::{Language, text::fold};
use crate::portal::{PlaceIndex, PlanIndex, Portal, TopicIndex};

/// One file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchFile {
    /// From the site's root.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The folders that the files stand in, each with a file in it, as `Staging` wants to know them.
pub const FOLDERS: [&str; 2] = ["search/vi/head.js", "search/en/head.js"];

/// What the files say of a document.
pub struct Shown {
    pub line: String,
    pub kind: Kind,
    pub place: Option<PlaceIndex>,
    pub plan: Option<PlanIndex>,
    pub topics: Vec<TopicIndex>,
}

/// Digits below 32 end a number, the others go on.
pub(super) const DIGITS: &[u8; 64] =
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// So many documents are listed for a word at most: those of the first kinds, whose numbers are
/// lowest.
const LISTED: usize = 12_288;

/// So many documents are listed for a pair at most: those that it says most of. A pair only adds to
/// what its words find.
const PAIRED: usize = 4_096;

/// Sizes of files in bytes: small ones load fast, and a large index must not have too many.
struct Sizes {
    smallest: usize,
    largest: usize,
    /// How many files there should be at most, as long as they are not the largest.
    files: usize,
}

const WORDS: Sizes = Sizes { smallest: 1_200, largest: 16_000, files: 600 };
const PAIRS: Sizes = Sizes { smallest: 1_200, largest: 12_000, files: 800 };
const RESULTS: Sizes = Sizes { smallest: 1_000, largest: 4_000, files: 2_400 };

impl Sizes {
    fn of(&self, total: usize) -> usize {
        (total / self.files).clamp(self.smallest, self.largest)
    }
}

pub fn files(
    portal: &Portal,
    language: Language,
    shown: &[Shown],
    words: &[Entry],
    phrases: &[Entry],
) -> Vec<SearchFile> {
    let mut texts: Vec<(String, String)> = Vec::new();
    let word_lines: Vec<String> = words.par_iter().map(line).collect();
    let phrase_lines: Vec<String> = phrases.par_iter().map(|pair| line(&telling(pair))).collect();
    let result_lines: Vec<&str> = shown.iter().map(|shown| shown.line.as_str()).collect();
    let results = cut(&result_lines, &RESULTS);

    let mut head = format!("{}\n", shown.len());
    let kinds: Vec<String> = Kind::ALL
        .iter()
        .map(|kind| {
            format!("{}:{}", kind.name(), shown.iter().filter(|shown| shown.kind == *kind).count())
        })
        .collect();
    head.push_str(&kinds.join(" "));
    head.push('\n');
    results.iter().for_each(|stretch| push_number(&mut head, stretch.len()));
    head.push('\n');
    for (letter, entries, lines, sizes) in
        [("w", words, &word_lines, &WORDS), ("p", phrases, &phrase_lines, &PAIRS)]
    {
        let stretches = cut(lines, sizes);
        let firsts: Vec<&str> =
            stretches.iter().map(|stretch| telling_start(entries, stretch.start)).collect();
        head.push_str(&firsts.join(" "));
        head.push('\n');
        texts.extend(
            stretches
                .into_iter()
                .enumerate()
                .map(|(number, stretch)| (format!("{letter}{number}"), lines[stretch].join("\n"))),
        );
    }
    texts.extend(
        results
            .into_iter()
            .enumerate()
            .map(|(number, stretch)| (format!("r{number}"), changes(&result_lines[stretch]))),
    );
    texts.push(("vocabulary".to_owned(), vocabulary(words)));
    texts.push(("filters".to_owned(), filters(portal, language, shown)));
    texts.push(("head".to_owned(), head));

    let version = format!("{:08x}", version(&texts));
    texts
        .into_par_iter()
        .map(|(name, text)| {
            let path = format!("search/{}/{name}.js", language.code());
            SearchFile { path, bytes: script(&name, &version, &text).into_bytes() }
        })
        .collect()
}

/// Stretches of lines of about the size that is wanted; at least one line each.
fn cut<Line: AsRef<str>>(lines: &[Line], sizes: &Sizes) -> Vec<std::ops::Range<usize>> {
    let length = |line: &Line| line.as_ref().len() + 1;
    let size = sizes.of(lines.iter().map(length).sum());
    let (mut stretches, mut start, mut sum) = (Vec::new(), 0, 0);
    for (position, line) in lines.iter().enumerate() {
        if position > start && sum + length(line) > size {
            stretches.push(start..position);
            (start, sum) = (position, 0);
        }
        sum += length(line);
    }
    if start < lines.len() {
        stretches.push(start..lines.len());
    }
    stretches
}

/// Lines of fields, the first ones as what differs from the line before.
fn changes(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut before: [&str; CHANGING] = [""; CHANGING];
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            text.push('\n');
        }
        for (position, field) in line.split('\t').enumerate() {
            if position > 0 {
                text.push('\t');
            }
            match before.get_mut(position) {
                Some(before) => {
                    // The browser counts letters as UTF-16 does.
                    let same = field
                        .chars()
                        .zip(before.chars())
                        .take_while(|(own, other)| own == other)
                        .map(|(letter, _)| letter);
                    let sums = same.scan((0, 0), |(bytes, letters), letter| {
                        (*bytes, *letters) =
                            (*bytes + letter.len_utf8(), *letters + letter.len_utf16());
                        Some((*bytes, *letters))
                    });
                    let (bytes, letters) = sums
                        .take_while(|&(_, letters)| letters < DIGITS.len())
                        .last()
                        .unwrap_or_default();
                    text.push(char::from(DIGITS[letters]));
                    text.push_str(&field[bytes..]);
                    *before = field;
                }
                None => text.push_str(field),
            }
        }
    }
    text
}

/// The address, the title and the context.
const CHANGING: usize = 3;

/// No word begins with less.
const LEAST: &str = "0";

/// As much of the first key of a file as tells it from the last key of the file before.
fn telling_start(entries: &[Entry], first: usize) -> &str {
    let Some(before) = first.checked_sub(1) else { return LEAST };
    let (key, before) = (&entries[first].key, &entries[before].key);
    let shared = key.chars().zip(before.chars()).take_while(|(own, other)| own == other).count();
    key.char_indices().nth(shared + 1).map_or(key, |(end, _)| &key[..end])
}

/// A word or a pair with its lists.
fn line(entry: &Entry) -> String {
    let mut line = entry.key.clone();
    for (own, other) in &entry.same {
        line.push_str(&format!(" ={own}={other}"));
    }
    let limit = limit(entry);
    for (form, postings) in &entry.forms {
        line.push(' ');
        if *form != entry.key {
            line.push_str(form);
        }
        line.push(':');
        if let Some(limit) = limit {
            line.push('!');
            push_number(&mut line, limit as usize);
        }
        let mut next = 0;
        for posting in
            postings.iter().take_while(|posting| limit.is_none_or(|limit| posting.document < limit))
        {
            push_number(
                &mut line,
                (posting.document - next) as usize * 4 + posting.weight as usize,
            );
            next = posting.document + 1;
        }
    }
    line
}

/// The first document that is left out of an entry's lists, where there are too many.
fn limit(entry: &Entry) -> Option<u32> {
    let all: usize = entry.forms.iter().map(|(_, postings)| postings.len()).sum();
    if all <= LISTED {
        return None;
    }
    let mut documents: Vec<u32> = entry
        .forms
        .iter()
        .flat_map(|(_, postings)| postings.iter().map(|posting: &Posting| posting.document))
        .collect();
    let (_, limit, _) = documents.select_nth_unstable(LISTED);
    Some(*limit)
}

/// So many words a query may be guessed to mean, at most.
const VOCABULARY: usize = 6_000;

/// The commonest words in order, each with its commonest form where the key is no word (English
/// keys are stems). What stands once is a slip itself, or of no help.
fn vocabulary(words: &[Entry]) -> String {
    let own = |entry: &Entry| {
        entry
            .forms
            .iter()
            .filter(|(form, _)| form != OTHER_WORDS)
            .map(|(_, postings)| postings.len())
            .sum::<usize>()
    };
    let is_word = |entry: &&Entry| {
        entry.key.chars().count() > 1 && entry.key.chars().all(char::is_alphabetic)
    };
    let mut known: Vec<(usize, &Entry)> = words
        .iter()
        .filter(is_word)
        .map(|entry| (own(entry), entry))
        .filter(|(count, _)| *count > 1)
        .collect();
    known.sort_by_key(|&(count, entry)| (Reverse(count), &entry.key));
    known.truncate(VOCABULARY);
    known.sort_by_key(|&(_, entry)| &entry.key);
    let (mut text, mut before) = (String::new(), "");
    for (count, entry) in known {
        let kept = entry
            .key
            .bytes()
            .zip(before.bytes())
            .take_while(|(own, other)| own == other && own.is_ascii())
            .count()
            .min(DIGITS.len() - 1);
        text.push(char::from(DIGITS[kept]));
        text.push(char::from(DIGITS[count.ilog2() as usize]));
        text.push_str(&entry.key[kept..]);
        let forms = entry.forms.iter().filter(|(form, _)| form != OTHER_WORDS);
        let commonest = forms.max_by_key(|(form, postings)| (postings.len(), Reverse(form)));
        // Its marks are told by the word's own file, once it is a guess.
        if let Some((form, _)) = commonest.filter(|(form, _)| fold(form) != entry.key) {
            match form.strip_prefix(entry.key.as_str()) {
                Some(rest) => text.push_str(&format!(":{rest}")),
                None => text.push_str(&format!("={form}")),
            }
        }
        text.push(' ');
        before = &entry.key;
    }
    text
}

/// The pair with only the documents that it says most of.
fn telling(pair: &Entry) -> Cow<'_, Entry> {
    if pair.forms.iter().all(|(_, postings)| postings.len() <= PAIRED) {
        return Cow::Borrowed(pair);
    }
    let mut pair = pair.clone();
    for (_, postings) in &mut pair.forms {
        postings.sort_by_key(|posting| (Reverse(posting.weight), posting.document));
        postings.truncate(PAIRED);
        postings.sort_by_key(|posting| posting.document);
    }
    Cow::Owned(pair)
}

fn filters(portal: &Portal, language: Language, shown: &[Shown]) -> String {
    let mut text = String::new();
    let mut filter = |kind: &str, address: &str, name: &str, documents: &[u32]| {
        if !documents.is_empty() {
            text.push_str(&format!("{kind}\t{address}\t{}\t", name.replace(char::is_control, " ")));
            push_stretches(&mut text, documents);
            text.push('\n');
        }
    };
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); portal.places.len()];
    let mut plans: Vec<Vec<u32>> = vec![Vec::new(); portal.plans.len()];
    let mut topics: Vec<Vec<u32>> = vec![Vec::new(); portal.topics.len()];
    for (number, shown) in (0..).zip(shown) {
        if let Some(PlaceIndex(place)) = shown.place {
            places[place].push(number);
            // A province's documents are its communes' too.
            if let Some(PlaceIndex(parent)) = portal.places[place].parent {
                places[parent].push(number);
            }
        }
        if let Some(PlanIndex(plan)) = shown.plan {
            plans[plan].push(number);
        }
        for &TopicIndex(topic) in &shown.topics {
            topics[topic].push(number);
        }
    }
    for (position, place) in portal.places.iter().enumerate() {
        let kind = if place.parent.is_some() { "commune" } else { "place" };
        filter(
            kind,
            &portal.place_path(PlaceIndex(position)),
            place.name.get(language),
            &places[position],
        );
    }
    for (topic, documents) in portal.topics.iter().zip(&topics) {
        filter("topic", &topic.slug, topic.name.get(language), documents);
    }
    for (plan, documents) in portal.plans.iter().zip(&plans) {
        let name = format!(
            "{}: {}",
            portal.place(plan.place).name.get(language),
            crate::wording::plan_name(plan, language)
        );
        filter(
            "plan",
            &format!("{}/{}", portal.place_path(plan.place), plan.slug),
            &name,
            documents,
        );
    }
    text
}

/// Sorted numbers as `(gap, length)` of each stretch.
fn push_stretches(text: &mut String, documents: &[u32]) {
    let mut next = 0;
    for stretch in documents.chunk_by(|left, right| left + 1 == *right) {
        push_number(text, (stretch[0] - next) as usize);
        push_number(text, stretch.len());
        next = stretch[0] + stretch.len() as u32;
    }
}

fn push_number(text: &mut String, mut number: usize) {
    while number >= 32 {
        text.push(char::from(DIGITS[32 + number % 32]));
        number /= 32;
    }
    text.push(char::from(DIGITS[number]));
}

pub fn script(name: &str, version: &str, text: &str) -> String {
    let mut script = format!("minhbachSearch(\"{name}\",\"{version}\",`");
    for letter in text.chars() {
        if matches!(letter, '`' | '\\' | '$') {
            script.push('\\');
        }
        script.push(letter);
    }
    script.push_str("`)\n");
    script
}

/// FNV-1a, 64 bits, folded: it tells one state of the index from another, so that no file of one is
/// read with the head of another.
fn version(texts: &[(String, String)]) -> u32 {
    let hashes: Vec<u64> = texts
        .par_iter()
        .map(|(_, text)| {
            text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        })
        .collect();
    let whole = hashes.into_iter().fold(0_u64, |whole, hash| whole.rotate_left(5) ^ hash);
    (whole ^ (whole >> 32)) as u32
}
