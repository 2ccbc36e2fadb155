//! The words of the interface: flat YAML, `key: words`, one line each; and what templates ask of
//! it.

use std::collections::BTreeMap;

use crate::language::Localized;

/// What is wrong in a file of words, on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Counted from 1.
    pub line: usize,
    pub message: Localized,
}

/// Reads `key: words` line by line. Words may stand in double quotes; `#` begins a comment line.
pub fn parse(text: &str) -> Result<BTreeMap<String, String>, Mistake> {
    let mut words = BTreeMap::new();
    for (position, line) in text.lines().enumerate() {
        let mistake =
            |vi: &str, en: &str| Mistake { line: position + 1, message: Localized::text(vi, en) };
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let (key, value) =
            line.split_once(':').filter(|(key, _)| is_key(key)).ok_or_else(|| {
                mistake("mỗi dòng phải có dạng `khóa: lời`", "a line is `key: words`")
            })?;
        let value = unquote(value.trim()).ok_or_else(|| {
            mistake(
                "lời mở bằng dấu \" mà không đóng lại",
                "the words begin with \" and do not end with it",
            )
        })?;
        if value.is_empty() {
            return Err(mistake("sau khóa không có lời nào", "there are no words after the key"));
        }
        if words.insert(key.to_owned(), value).is_some() {
            return Err(mistake(
                &format!("`{key}` có hai lần trong tệp này"),
                &format!("`{key}` stands twice in this file"),
            ));
        }
    }
    Ok(words)
}

fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_')
}

fn unquote(value: &str) -> Option<String> {
    match value.strip_prefix('"') {
        Some(rest) => Some(rest.strip_suffix('"')?.replace("\\\"", "\"")),
        None => Some(value.to_owned()),
    }
}

/// A word that a template asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub key: String,
    /// Counted from 1.
    pub line: usize,
}

/// The keys that stand in a template as `t.key`, or as `t_vi.key` and `t_en.key` on pages in both
/// languages.
pub fn wanted(template: &str) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for (position, line) in template.lines().enumerate() {
        for name in ["t.", "t_vi.", "t_en."] {
            for (at, _) in line.match_indices(name) {
                let is_part_of_a_name = line[..at].ends_with(|before: char| {
                    before.is_alphanumeric() || before == '_' || before == '.' || before == '/'
                });
                let key: String = line[at + name.len()..]
                    .chars()
                    .take_while(|letter| {
                        letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '_'
                    })
                    .collect();
                let is_in_a_tag = line[..at].rfind("{{").max(line[..at].rfind("{%"))
                    > line[..at].rfind("}}").max(line[..at].rfind("%}"));
                if !is_part_of_a_name && !key.is_empty() && is_in_a_tag {
                    wanted.push(Wanted { key, line: position + 1 });
                }
            }
        }
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_may_be_quoted() {
        let words = parse("# comment\nhome: Trang chủ\nsay: \"a: \\\"b\\\"\"\n\n")
            .expect("the words are right");
        assert_eq!(words["home"], "Trang chủ");
        assert_eq!(words["say"], "a: \"b\"");
    }

    #[test]
    fn a_key_stands_once_and_has_words() {
        assert_eq!(
            parse("a: x\na: y\n").expect_err("twice").message.en,
            "`a` stands twice in this file"
        );
        assert_eq!(parse("a:\n").expect_err("empty").line, 1);
        assert!(parse("a: \"x\n").is_err());
    }

    #[test]
    fn only_words_inside_tags_are_asked_for() {
        let keys = |template: &str| {
            wanted(template).into_iter().map(|wanted| wanted.key).collect::<Vec<_>>()
        };
        assert_eq!(
            keys(
                "{{ t.home }} t.not_this {{ view.t.nor_this }} {% if x %}{{ t.places | fill(n=1) }}"
            ),
            ["home", "places"]
        );
        assert_eq!(keys("{{ t_vi.home }}{{ t_en.home }}"), ["home", "home"]);
        assert_eq!(keys("https://at.com"), Vec::<String>::new());
    }
}
