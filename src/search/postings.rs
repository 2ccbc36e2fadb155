//! Which words stand in which documents: the words interned, the pairs of neighbours counted,
//! everything sorted.

use std::collections::{BTreeMap, HashMap};

use super::synonyms::{Spelling, Synonym};
use super::words::{is_filler, read, written};
use crate::language::Language;

/// How much a word says of its document, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It says where the document stands: a place, a plan, the heading above.
    Context,
    Body,
    Title,
    /// A title of few words.
    ShortTitle,
}

impl Weight {
    pub const ALL: [Weight; 4] = [Weight::Context, Weight::Body, Weight::Title, Weight::ShortTitle];
}

/// A document in the list of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    pub document: u32,
    pub weight: Weight,
}

/// A word with its forms, in order. The form `~` is for documents that say it in other words.
#[derive(Clone, Debug)]
pub struct Entry {
    /// One key, or the two of a pair with `_` between them.
    pub key: String,
    /// What says the same, as (own words, other words), keys joined by `_`: the page marks them
    /// too.
    pub same: Vec<(String, String)>,
    pub forms: Vec<(String, Vec<Posting>)>,
}

/// The words of documents as they come.
pub struct Postings {
    language: Language,
    written: HashMap<String, Vec<Seen>>,
    forms: HashMap<(String, String), u32>,
    keys: HashMap<String, u32>,
    key_names: Vec<String>,
    /// By form: its key and its name.
    form_names: Vec<(u32, String)>,
    /// Patterns of synonyms by their first form or written word.
    patterns: HashMap<Piece, Vec<Pattern>>,
    /// By form: whether a pattern begins with it.
    begins: Vec<bool>,
    same: Vec<(Vec<u32>, Vec<u32>)>,
    /// Form, document and weight in one number, for sorting.
    words: Vec<u64>,
    pairs: Vec<(u64, u32)>,
}

/// A word where it was written.
#[derive(Clone, Copy)]
struct Seen {
    form: u32,
    key: u32,
    filler: bool,
    figure: bool,
    /// Whether a document's number follows, as after `số`.
    number: bool,
    /// The same for the same letters and case.
    written: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Piece {
    Form(u32),
    Written(u32),
}

struct Pattern {
    rest: Vec<Piece>,
    /// The forms to add, and whether each is a filler.
    added: Vec<Seen>,
}

/// What marks a document that says a word in other words.
pub const OTHER_WORDS: &str = "~";
/// The bits of a weight in a posting.
const WEIGHT_BITS: u32 = 2;

impl Postings {
    pub fn new(language: Language, synonyms: &[Synonym]) -> Postings {
        let mut postings = Postings {
            language,
            written: HashMap::new(),
            forms: HashMap::new(),
            keys: HashMap::new(),
            key_names: Vec::new(),
            form_names: Vec::new(),
            patterns: HashMap::new(),
            begins: Vec::new(),
            same: Vec::new(),
            words: Vec::new(),
            pairs: Vec::new(),
        };
        for synonym in synonyms {
            postings.teach(synonym);
        }
        postings
    }

    /// Adds the words of one text of a document.
    pub fn add(&mut self, document: u32, text: &str, weight: Weight) {
        let seen = self.seen(text);
        self.push(document, weight, &seen);
        let mut added: Vec<&[Seen]> = Vec::new();
        let patterns = std::mem::take(&mut self.patterns);
        for (at, word) in seen
            .iter()
            .enumerate()
            .filter(|(_, word)| self.begins.get(word.form as usize) == Some(&true))
        {
            for piece in [Piece::Form(word.form), Piece::Written(word.written)] {
                for pattern in patterns.get(&piece).into_iter().flatten() {
                    let after = seen[at + 1..].iter().zip(&pattern.rest);
                    let stands = |(word, piece): (&Seen, &Piece)| match piece {
                        Piece::Form(form) => word.form == *form,
                        Piece::Written(written) => word.written == *written,
                    };
                    if seen.len() - at > pattern.rest.len()
                        && after.into_iter().all(stands)
                        && !added.iter().any(|known| std::ptr::eq(*known, &*pattern.added))
                    {
                        added.push(&pattern.added);
                    }
                }
            }
        }
        for added in added {
            self.push(document, weight, added);
        }
        self.patterns = patterns;
    }

    /// All words, and all pairs of neighbours, sorted by their keys.
    pub fn finish(self) -> (Vec<Entry>, Vec<Entry>) {
        let Postings { key_names, form_names, same, mut words, mut pairs, .. } = self;
        // The greatest weight of a form in a document stands first, and is the one that is kept.
        rayon::join(|| words.sort_unstable(), || pairs.sort_unstable());
        words.dedup_by_key(|posting| *posting >> WEIGHT_BITS);
        pairs.dedup_by_key(|(pair, posting)| (*pair, *posting >> WEIGHT_BITS));

        let mut by_key: Vec<Vec<(String, Vec<Posting>)>> = vec![Vec::new(); key_names.len()];
        for stretch in words.chunk_by(|left, right| left >> 32 == right >> 32) {
            let (key, name) = &form_names[(stretch[0] >> 32) as usize];
            by_key[*key as usize].push((
                name.clone(),
                stretch.iter().map(|&posting| unpack(posting as u32)).collect(),
            ));
        }
        let documents: Vec<usize> = by_key
            .iter()
            .map(|forms| forms.iter().map(|(_, postings)| postings.len()).sum())
            .collect();

        let names = |keys: &[u32]| {
            keys.iter().map(|&key| key_names[key as usize].as_str()).collect::<Vec<_>>().join("_")
        };
        // By the one key, or by the first two.
        let mut others: BTreeMap<&[u32], Vec<(String, String)>> = BTreeMap::new();
        for (said, also) in &same {
            others.entry(&said[..said.len().min(2)]).or_default().push((names(said), names(also)));
        }
        let same_of = |keys: &[u32]| others.get(keys).cloned().unwrap_or_default();
        let mut entries: Vec<Entry> = Vec::with_capacity(key_names.len());
        for (key, mut forms) in by_key.into_iter().enumerate() {
            if !forms.is_empty() {
                forms.sort_by(|(left, _), (right, _)| left.cmp(right));
                let key = u32::try_from(key).expect("keys are numbered in 32 bits");
                entries.push(Entry {
                    key: key_names[key as usize].clone(),
                    same: same_of(&[key]),
                    forms,
                });
            }
        }
        entries.sort_by(|left, right| left.key.cmp(&right.key));

        let mut phrases: Vec<Entry> = Vec::new();
        for stretch in pairs.chunk_by(|(left, _), (right, _)| left == right) {
            let (first, second) = ((stretch[0].0 >> 32) as u32, stretch[0].0 as u32);
            // A pair of rare words tells nothing that its words do not tell.
            let rare = documents[first as usize].min(documents[second as usize]) < RARE;
            let postings: Vec<Posting> = stretch
                .iter()
                .map(|&(_, posting)| unpack(posting))
                .filter(|posting| !rare || posting.weight > Weight::Body)
                .collect();
            let same = same_of(&[first, second]);
            if !postings.is_empty() || !same.is_empty() {
                phrases.push(Entry {
                    key: names(&[first, second]),
                    same,
                    forms: vec![(String::new(), postings)],
                });
            }
        }
        phrases.sort_by(|left, right| left.key.cmp(&right.key));
        (entries, phrases)
    }

    fn push(&mut self, document: u32, weight: Weight, seen: &[Seen]) {
        let posting = pack(Posting { document, weight });
        for word in seen.iter().filter(|word| !word.filler) {
            self.words.push(u64::from(word.form) << 32 | u64::from(posting));
        }
        for (at, pair) in seen.windows(2).enumerate() {
            if !pair[0].filler && !pair[1].filler {
                self.pairs.push((u64::from(pair[0].key) << 32 | u64::from(pair[1].key), posting));
            }
            // A document is called "Nghị quyết 47" where it is written "Nghị quyết số 47".
            if let Some(after) =
                seen.get(at + 2).filter(|after| after.figure && pair[1].number && !pair[0].filler)
            {
                self.pairs.push((u64::from(pair[0].key) << 32 | u64::from(after.key), posting));
            }
        }
    }

    fn seen(&mut self, text: &str) -> Vec<Seen> {
        let mut seen = Vec::with_capacity(text.len() / 5);
        for written in written(text) {
            if let Some(known) = self.written.get(written) {
                seen.extend_from_slice(known);
            } else {
                let number = u32::try_from(self.written.len())
                    .expect("written words are numbered in 32 bits");
                let words: Vec<Seen> = read(written, self.language)
                    .into_iter()
                    .map(|word| {
                        let filler = is_filler(&word.form, self.language);
                        let figure = word.key.starts_with(|first: char| first.is_ascii_digit());
                        let says_number = ["số", "no", "number"].contains(&word.form.as_str());
                        let (form, key) = self.form(word.form, word.key);
                        Seen { form, key, filler, figure, number: says_number, written: number }
                    })
                    .collect();
                seen.extend_from_slice(&words);
                self.written.insert(written.to_owned(), words);
            }
        }
        seen
    }

    fn form(&mut self, form: String, key: String) -> (u32, u32) {
        let new_key = u32::try_from(self.key_names.len()).expect("keys are numbered in 32 bits");
        let key_names = &mut self.key_names;
        let key_number = *self.keys.entry(key.clone()).or_insert_with(|| {
            key_names.push(key.clone());
            new_key
        });
        let new_form = u32::try_from(self.form_names.len()).expect("forms are numbered in 32 bits");
        let form_names = &mut self.form_names;
        let form_number = *self.forms.entry((form.clone(), key)).or_insert_with(|| {
            form_names.push((key_number, form));
            new_form
        });
        (form_number, key_number)
    }

    fn teach(&mut self, synonym: &Synonym) {
        let said = self.seen(&synonym.said.words);
        let also = self.seen(&synonym.also.words);
        let pieces = |spelling: &Spelling, seen: &[Seen]| -> Vec<Piece> {
            seen.iter()
                .map(|word| {
                    if spelling.exact_case {
                        Piece::Written(word.written)
                    } else {
                        Piece::Form(word.form)
                    }
                })
                .collect()
        };
        let pieces = pieces(&synonym.said, &said);
        let Some((&first, rest)) = pieces.split_first() else { return };
        let keys = |seen: &[Seen]| seen.iter().map(|word| word.key).collect::<Vec<u32>>();
        self.same.push((keys(&said), keys(&also)));
        let added = also
            .iter()
            .map(|word| {
                let key = self.key_names[word.key as usize].clone();
                let (form, key) = self.form(OTHER_WORDS.to_owned(), key);
                Seen { form, key, ..*word }
            })
            .collect();
        let begins = said[0].form as usize;
        if self.begins.len() <= begins {
            self.begins.resize(begins + 1, false);
        }
        self.begins[begins] = true;
        self.patterns.entry(first).or_default().push(Pattern { rest: rest.to_vec(), added });
    }
}

/// In fewer documents than this a word is rare.
const RARE: usize = 4;

fn pack(posting: Posting) -> u32 {
    posting.document << WEIGHT_BITS | (Weight::ShortTitle as u32 - posting.weight as u32)
}

fn unpack(posting: u32) -> Posting {
    let weight = Weight::ALL[(Weight::ShortTitle as u32 - (posting & 3)) as usize];
    Posting { document: posting >> WEIGHT_BITS, weight }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synonym(said: &str, also: &str) -> [Synonym; 2] {
        let spelling = |words: &str| Spelling {
            words: words.to_owned(),
            exact_case: words.chars().all(char::is_uppercase),
        };
        [
            Synonym { said: spelling(said), also: spelling(also) },
            Synonym { said: spelling(also), also: spelling(said) },
        ]
    }

    fn found(entries: &[Entry], key: &str) -> Vec<(String, Vec<u32>)> {
        let entry = entries.iter().find(|entry| entry.key == key);
        entry.map_or_else(Vec::new, |entry| {
            entry
                .forms
                .iter()
                .map(|(form, list)| {
                    (form.clone(), list.iter().map(|posting| posting.document).collect())
                })
                .collect()
        })
    }

    #[test]
    fn a_word_keeps_its_forms_apart_and_its_greatest_weight() {
        let mut postings = Postings::new(Language::Vi, &[]);
        postings.add(0, "con đường", Weight::Body);
        postings.add(1, "đại dương; con ĐƯỜNG", Weight::Body);
        postings.add(1, "Đường", Weight::Title);
        let (words, phrases) = postings.finish();
        assert_eq!(
            found(&words, "duong"),
            [("dương".to_owned(), vec![1]), ("đường".to_owned(), vec![0, 1])]
        );
        let entry = words.iter().find(|entry| entry.key == "duong").expect("the word");
        assert_eq!(entry.forms[1].1[1].weight, Weight::Title);
        assert!(found(&phrases, "con_duong").is_empty(), "a pair of rare words is left out");
    }

    #[test]
    fn an_abbreviation_is_found_by_what_it_stands_for_and_back() {
        let mut postings = Postings::new(Language::Vi, &synonym("trung học cơ sở", "THCS"));
        postings.add(0, "trường THCS", Weight::Body);
        postings.add(1, "cấp trung học cơ sở", Weight::Body);
        postings.add(2, "trung học phổ thông", Weight::Body);
        postings.add(3, "thcs", Weight::Body);
        let (words, phrases) = postings.finish();
        assert_eq!(
            found(&words, "thcs"),
            [("thcs".to_owned(), vec![0, 3]), ("~".to_owned(), vec![1])]
        );
        assert_eq!(found(&words, "co"), [("cơ".to_owned(), vec![1]), ("~".to_owned(), vec![0])]);
        let pair = phrases.iter().find(|entry| entry.key == "trung_hoc").expect("the pair");
        assert_eq!(pair.same, [("trung_hoc_co_so".to_owned(), "thcs".to_owned())]);
    }

    #[test]
    fn the_word_before_a_documents_number_parts_no_pair() {
        let mut postings = Postings::new(Language::Vi, &[]);
        for document in 0..5 {
            postings.add(document, "Nghị quyết số 47, số học sinh", Weight::Body);
        }
        let (_, phrases) = postings.finish();
        assert_eq!(found(&phrases, "quyet_47"), [(String::new(), vec![0, 1, 2, 3, 4])]);
        assert!(found(&phrases, "47_hoc").is_empty(), "no number follows");
    }

    #[test]
    fn fillers_are_not_indexed_and_part_their_neighbours() {
        let mut postings = Postings::new(Language::Vi, &[]);
        for document in 0..5 {
            postings.add(document, "chất lượng của giáo dục", Weight::Body);
        }
        let (words, phrases) = postings.finish();
        assert!(found(&words, "cua").is_empty());
        assert!(found(&phrases, "luong_giao").is_empty());
        assert_eq!(found(&phrases, "giao_duc"), [(String::new(), vec![0, 1, 2, 3, 4])]);
    }
}
