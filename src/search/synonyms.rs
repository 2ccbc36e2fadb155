//! Words that mean the same: the glossary's abbreviations with what they stand for, and a few pairs
//! that everyone uses.
//!
//! A document that says one is indexed as if it said the other as well, so a query needs no list of
//! them.

use crate::language::Language;
use crate::portal::Portal;

use super::words::{read, written};

/// One way to say it, and another. Each is found where its own words stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Synonym {
    pub said: Spelling,
    pub also: Spelling,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    pub words: String,
    /// `DA` is an abbreviation, `đa` and `da` are not: only these letters count.
    pub exact_case: bool,
}

const VIETNAMESE: &[(&str, &str)] = &[
    ("bảo đảm", "đảm bảo"),
    ("cán bộ quản lý", "CBQL"),
    ("cha mẹ", "phụ huynh"),
    ("cơ sở vật chất", "CSVC"),
    ("công nghệ thông tin", "CNTT"),
    ("dân tộc thiểu số", "DTTS"),
    ("đến trường", "nhập học"),
    ("giáo dục và đào tạo", "GDĐT"),
    ("giáo dục và đào tạo", "GD&ĐT"),
    ("giáo dục và đào tạo", "giáo dục đào tạo"),
    ("giáo viên", "GV"),
    ("giáo viên", "nhà giáo"),
    ("học sinh", "HS"),
    ("ngân sách nhà nước", "NSNN"),
    ("phổ cập giáo dục", "PCGD"),
    // A common slip of spelling, and a word of its own.
    ("sáp nhập", "sát nhập"),
    ("trung tâm giáo dục thường xuyên", "TTGDTX"),
    ("tư thục", "trường tư"),
    ("xóa mù chữ", "XMC"),
];
const ENGLISH: &[(&str, &str)] = &[
    ("Department of Education and Training", "DOET"),
    ("children with disabilities", "disabled children"),
    ("digital transformation", "digitisation"),
    ("drop out", "dropout"),
    ("ethnic minority", "ethnic minorities"),
    ("illiteracy", "illiterate"),
    ("Ministry of Education and Training", "MOET"),
    ("permanent classrooms", "solid classrooms"),
    ("preschool", "early childhood education"),
    ("trained workers", "trained labour"),
    ("tuition", "school fees"),
];

/// Every pair, both ways, sorted.
pub fn synonyms(portal: &Portal, language: Language) -> Vec<Synonym> {
    let mut pairs: Vec<(String, String)> = match language {
        Language::Vi => {
            VIETNAMESE.iter().map(|&(one, other)| (one.to_owned(), other.to_owned())).collect()
        }
        Language::En => {
            ENGLISH.iter().map(|&(one, other)| (one.to_owned(), other.to_owned())).collect()
        }
    };
    for term in &portal.glossary {
        let Some(abbreviation) = &term.abbreviation else { continue };
        let name = term.name.get(language);
        if let Some((name, abbreviation)) = without_common_words(name, abbreviation) {
            pairs.push((name.clone(), abbreviation.clone()));
            // "lower secondary education" is said of schools and pupils too.
            if let Some(short) = name
                .strip_suffix(" education")
                .filter(|short| language == Language::En && short.contains(' '))
            {
                pairs.push((short.to_owned(), abbreviation));
            }
        }
    }
    let spelling =
        |words: &str| Spelling { words: words.to_owned(), exact_case: is_abbreviation(words) };
    let both = |(one, other): &(String, String)| {
        let (one, other) = (spelling(one), spelling(other));
        [Synonym { said: one.clone(), also: other.clone() }, Synonym { said: other, also: one }]
    };
    let mut synonyms: Vec<Synonym> = pairs.iter().flat_map(both).collect();
    synonyms.sort();
    synonyms.dedup();
    synonyms
}

fn is_abbreviation(words: &str) -> bool {
    words.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !words.contains(' ')
}

/// `Bộ Giáo dục và Đào tạo` and `Bộ GDĐT` without the `Bộ` that both have. Nothing where too little
/// is left to tell an abbreviation from a word: a single letter, or two letters that a syllable may
/// have.
fn without_common_words(name: &str, abbreviation: &str) -> Option<(String, String)> {
    let (mut name, mut short): (Vec<&str>, Vec<&str>) =
        (name.split(' ').collect(), abbreviation.split(' ').collect());
    while name.len() > 1 && short.len() > 1 && name[0].to_lowercase() == short[0].to_lowercase() {
        name.remove(0);
        short.remove(0);
    }
    while name.len() > 1
        && short.len() > 1
        && name[name.len() - 1].to_lowercase() == short[short.len() - 1].to_lowercase()
    {
        name.pop();
        short.pop();
    }
    let short = short.join(" ");
    let tells = written(&short).flat_map(|written| read(written, Language::Vi)).all(|word| {
        let letters = word.key.chars().count();
        letters >= 3 || letters == 2 && !word.key.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    });
    (tells && short.chars().any(char::is_alphanumeric)).then(|| (name.join(" "), short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_both_have_is_no_abbreviation() {
        let short = |name: &str, abbreviation: &str| without_common_words(name, abbreviation);
        assert_eq!(
            short("Bộ Giáo dục và Đào tạo", "Bộ GDĐT"),
            Some(("Giáo dục và Đào tạo".into(), "GDĐT".into()))
        );
        assert_eq!(
            short("Ủy ban nhân dân tỉnh", "UBND tỉnh"),
            Some(("Ủy ban nhân dân".into(), "UBND".into()))
        );
        assert_eq!(
            short("trung học cơ sở", "THCS"),
            Some(("trung học cơ sở".into(), "THCS".into()))
        );
        assert_eq!(short("kế hoạch", "KH"), Some(("kế hoạch".into(), "KH".into())));
    }

    #[test]
    fn an_abbreviation_that_looks_like_a_syllable_is_left_out() {
        assert_eq!(without_common_words("dự án", "DA"), None);
        assert_eq!(without_common_words("đề án", "ĐA"), None);
        assert_eq!(without_common_words("để báo cáo", "b/c"), None);
    }
}
