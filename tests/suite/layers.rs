//! The structure of `src/`, read from the code itself: the stages of `src/lib.rs` flow one way, and
//! no files of a stage use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Stages whose files still use each other in circles. A stage that has none left must go from
/// this list, and no stage may come into it.
const STILL_CIRCULAR: [&str; 10] = [
    "chart", "cli", "content", "data", "docs", "evidence", "import", "markdown", "portal", "search",
];

/// A path through modules, from the crate's root: `["page", "plan", "view"]`.
type ModulePath = Vec<String>;

/// A file of `src/`, as far as its paths go.
struct SourceFile {
    /// From `src/`.
    path: String,
    module: ModulePath,
    /// Every path that the file names, with its line; those of its tests are marked.
    named: Vec<Named>,
    /// What the file hands on by `pub use`: the name, and where it is from.
    handed_on: BTreeMap<String, ModulePath>,
}

struct Named {
    to: ModulePath,
    line: usize,
    in_tests: bool,
}

#[test]
fn a_stage_uses_only_what_stands_left_of_it() {
    let order = documented_order();
    let files = source_files();
    let stages: BTreeSet<&str> =
        files.iter().filter(|file| file.path.contains('/')).map(|file| stage(&file.path)).collect();
    assert_eq!(
        order.iter().map(String::as_str).collect::<BTreeSet<_>>(),
        stages,
        "lib.rs lists every stage"
    );
    let rank = |name: &str| order.iter().position(|known| known == name);
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| file.path.contains('/')) {
        let own = rank(stage(&file.path));
        for named in &file.named {
            let Some(used) = named.to.first().and_then(|name| rank(name)) else { continue };
            if Some(used) > own {
                wrong.push(format!("{}:{}: uses {}", file.path, named.line, named.to.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_of_a_stage_use_each_other_in_a_circle() {
    let files = source_files();
    let uses = uses_between_files(&files);
    let stages: BTreeSet<&str> = files.iter().map(|file| stage(&file.path)).collect();
    let mut wrong = Vec::new();
    for name in stages {
        let circle = in_circles(&uses, name);
        let is_known = STILL_CIRCULAR.contains(&name);
        if circle.is_empty() && is_known {
            wrong.push(format!("{name} has no circle any more: take it from STILL_CIRCULAR"));
        }
        if !circle.is_empty() && !is_known {
            wrong.push(format!("{name}: {}", circle.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_way_to_write_a_path_is_read() {
    let text = "use crate::{page, portal::{Plan, self}};\nuse super::super::theme::Theme as \
                Look;\npub use words::said;\nmod words;\n// crate::comment\nfn f() { let s = \
                \"crate::text\"; crate::site::write('\"', s) }\nmod tests { use \
                super::other::x; use super::super::data; }\n";
    let module = vec!["chart".to_owned(), "bars".to_owned()];
    let file = read_source("chart/bars.rs", module, text);
    let named: Vec<String> = file.named.iter().map(|named| named.to.join("::")).collect();
    assert_eq!(
        named,
        [
            "page",
            "portal::Plan",
            "portal",
            "theme::Theme",
            "site::write",
            "chart::bars::other::x",
            "chart::data",
        ]
    );
    assert_eq!(file.handed_on["said"], ["chart", "bars", "words", "said"]);
    assert_eq!(file.named.iter().filter(|named| named.in_tests).count(), 2);
}

/// The order that the crate's documentation gives: the words between the backticks that hold `->`.
fn documented_order() -> Vec<String> {
    let lib = fs::read_to_string(source_folder().join("lib.rs")).expect("lib.rs");
    let lines = lib.lines().map_while(|line| line.strip_prefix("//!"));
    let text = lines.map(str::trim).collect::<Vec<_>>().join(" ");
    let list = text.split('`').find(|part| part.contains("->")).expect("lib.rs lists the stages");
    let names = list.split("->").flat_map(|stage| stage.split(','));
    names.map(|name| name.trim().to_owned()).collect()
}

fn source_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The first folder of a path in `src/`.
fn stage(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

fn source_files() -> Vec<SourceFile> {
    let folder = source_folder();
    let entries = walkdir::WalkDir::new(&folder).sort_by_file_name();
    let mut files = Vec::new();
    for entry in entries.into_iter().map(|entry| entry.expect("an entry")) {
        let below = entry.path().strip_prefix(&folder).expect("below src");
        let path = below.to_string_lossy().replace('\\', "/");
        let Some(stem) = path.strip_suffix(".rs") else { continue };
        let mut module: ModulePath = stem.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            module.pop();
        }
        let text = fs::read_to_string(entry.path()).expect("readable");
        files.push(read_source(&path, module, &text));
    }
    files
}

/// Which file uses which other of its stage, tests and `pub use` left out.
fn uses_between_files(files: &[SourceFile]) -> BTreeMap<&str, BTreeSet<&str>> {
    let by_module: BTreeMap<&[String], &SourceFile> = files
        .iter()
        .filter(|file| file.path.contains('/'))
        .map(|file| (file.module.as_slice(), file))
        .collect();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in by_module.values().filter(|file| !is_test_file(file)) {
        for named in file.named.iter().filter(|named| !named.in_tests) {
            let Some(used) = home(&by_module, &named.to, 0) else { continue };
            if used.path != file.path && stage(&used.path) == stage(&file.path) {
                uses.entry(&file.path).or_default().insert(&used.path);
            }
        }
    }
    uses
}

fn is_test_file(file: &SourceFile) -> bool {
    file.module.iter().any(|name| name == "tests" || name == "sample")
}

/// The file that a path leads to; what a file only hands on is looked up where it is from.
fn home<'files>(
    by_module: &BTreeMap<&[String], &'files SourceFile>,
    path: &[String],
    steps: usize,
) -> Option<&'files SourceFile> {
    let length = (1..=path.len()).rev().find(|&length| by_module.contains_key(&path[..length]))?;
    let file = by_module[&path[..length]];
    let from = path.get(length).and_then(|name| file.handed_on.get(name));
    match from {
        Some(from) if steps < 8 => home(by_module, from, steps + 1).or(Some(file)),
        _ => Some(file),
    }
}

/// The files of a stage from which a way leads back to themselves.
fn in_circles<'files>(
    uses: &BTreeMap<&'files str, BTreeSet<&'files str>>,
    of_stage: &str,
) -> Vec<&'files str> {
    let of_stage = uses.keys().copied().filter(|file| stage(file) == of_stage);
    of_stage.filter(|file| reached_from(uses, file).contains(file)).collect()
}

/// Every file to which a way leads from a file.
fn reached_from<'files>(
    uses: &BTreeMap<&'files str, BTreeSet<&'files str>>,
    start: &'files str,
) -> BTreeSet<&'files str> {
    let mut reached = BTreeSet::new();
    let mut next = vec![start];
    while let Some(file) = next.pop() {
        let used = uses.get(file).into_iter().flatten().copied();
        next.extend(used.filter(|used| reached.insert(*used)));
    }
    reached
}

fn read_source(path: &str, module: ModulePath, text: &str) -> SourceFile {
    let tokens = tokens(text);
    let children: BTreeSet<&str> = tokens
        .windows(3)
        .filter(|window| window[0].text == "mod" && window[2].text == ";")
        .map(|window| window[1].text)
        .collect();
    let mut file = SourceFile {
        path: path.to_owned(),
        module: module.clone(),
        named: Vec::new(),
        handed_on: BTreeMap::new(),
    };
    // The inline modules around the token, each with the number of braces open outside it.
    let mut inside: Vec<(&str, usize)> = Vec::new();
    let mut open = 0;
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens[at].text;
        match word {
            "{" => {
                if at >= 2 && tokens[at - 2].text == "mod" {
                    inside.push((tokens[at - 1].text, open));
                }
                open += 1;
            }
            "}" => {
                open -= 1;
                inside.pop_if(|(_, outside)| *outside == open);
            }
            _ => {}
        }
        let follows_path = at > 0 && tokens[at - 1].text == "::";
        let begins_path = tokens.get(at + 1).is_some_and(|next| next.text == "::");
        let is_own = matches!(word, "crate" | "super" | "self");
        let is_child = inside.is_empty() && children.contains(word);
        if follows_path || !begins_path || !(is_own || is_child) {
            at += 1;
            continue;
        }
        let mut around = module.clone();
        around.extend(inside.iter().map(|(name, _)| (*name).to_owned()));
        let is_handed_on = at >= 2
            && tokens[at - 1].text == "use"
            && matches!(tokens[at - 2].text, "pub" | ")")
            && inside.is_empty();
        let mut leaves = Vec::new();
        let end = read_tree(&tokens, at, Vec::new(), &mut leaves);
        for leaf in leaves {
            let Some(to) = absolute(&leaf, &around) else { continue };
            if is_handed_on {
                file.handed_on.insert(leaf.last().cloned().unwrap_or_default(), to);
            } else {
                let in_tests = inside.iter().any(|(name, _)| *name == "tests");
                file.named.push(Named { to, line: tokens[at].line, in_tests });
            }
        }
        at = end;
    }
    file
}

/// Reads `a::b`, `a::{b, c::d}` or `a::*` from a token on, and says where it ends.
fn read_tree(
    tokens: &[Token<'_>],
    mut at: usize,
    mut path: ModulePath,
    leaves: &mut Vec<ModulePath>,
) -> usize {
    while let Some(token) = tokens.get(at) {
        if token.text == "{" {
            at += 1;
            while tokens.get(at).is_some_and(|token| token.text != "}") {
                at = read_tree(tokens, at, path.clone(), leaves);
                while tokens.get(at).is_some_and(|token| !matches!(token.text, "," | "}")) {
                    at += 1;
                }
                if tokens.get(at).is_some_and(|token| token.text == ",") {
                    at += 1;
                }
            }
            return at + 1;
        }
        if token.text != "*" && (path.is_empty() || token.text != "self") {
            path.push(token.text.to_owned());
        }
        at += 1;
        match tokens.get(at) {
            Some(next) if next.text == "::" => at += 1,
            _ => break,
        }
    }
    leaves.push(path);
    at
}

/// A path as it is from the crate's root.
fn absolute(path: &[String], around: &[String]) -> Option<ModulePath> {
    let mut base = around.to_vec();
    let mut rest = path;
    match path.first().map(String::as_str) {
        Some("crate") => {
            base.clear();
            rest = &path[1..];
        }
        Some("self") => rest = &path[1..],
        _ => {}
    }
    while let Some((first, others)) = rest.split_first().filter(|(first, _)| *first == "super") {
        debug_assert_eq!(first, "super");
        base.pop()?;
        rest = others;
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

struct Token<'text> {
    text: &'text str,
    line: usize,
}

/// The words and marks of a file; comments and the contents of strings and characters left out.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < bytes.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(length) = raw_string(rest) {
            length
        } else if rest.starts_with('"') {
            string(rest)
        } else if let Some(length) = character(rest) {
            length
        } else {
            let word = rest
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(rest.len());
            let letter = rest.chars().next().map_or(1, char::len_utf8);
            let length = match word {
                0 if rest.starts_with("::") => 2,
                0 => letter,
                word => word,
            };
            if !rest.starts_with(char::is_whitespace) {
                tokens.push(Token { text: &rest[..length], line });
            }
            length
        };
        line += rest[..length].matches('\n').count();
        at += length;
    }
    tokens
}

/// The length of `r"..."` or `r#"..."#` at the beginning of the text.
fn raw_string(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.bytes().take_while(|&byte| byte == b'#').count();
    let inner = after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    inner.find(&end).map(|length| 1 + hashes + 1 + length + end.len())
}

/// The length of the string at the beginning of the text.
fn string(text: &str) -> usize {
    let mut is_escaped = false;
    for (position, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return position + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of a character literal at the beginning of the text; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let after = text.strip_prefix('\'')?;
    if let Some(escaped) = after.strip_prefix('\\') {
        return escaped
            .char_indices()
            .skip(1)
            .find(|(_, letter)| *letter == '\'')
            .map(|(at, _)| at + 3);
    }
    let letter = after.chars().next()?;
    after[letter.len_utf8()..].starts_with('\'').then(|| letter.len_utf8() + 2)
}
