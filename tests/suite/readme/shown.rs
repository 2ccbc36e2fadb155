//! What the pages show is what happens: files are laid down, commands are typed, and the portal
//! that comes of it has no errors.

use std::fs;
use std::path::Path;
use std::process::Command;

use minhbach::BuildOptions;
use minhbach::assemble::Overrides;
use minhbach::diagnostic::{Code, Level, Report};
use minhbach::language::Language;
use tempfile::TempDir;

use super::{Document, documents, read, root};
use crate::word::{RELATIONS, zip};

/// The folder of the portal in every example.
const PORTAL: &str = "my-portal";

/// A fenced block with its word (`yaml`) and the last line before it that is not blank.
pub struct Block {
    pub before: String,
    pub word: String,
    pub text: String,
    /// Lines `<!-- edit PATH:LINE:TEXT -->` between the block before and this one.
    edits: Vec<Edit>,
}

/// A line of a file that the page asks to be typed otherwise.
struct Edit {
    path: String,
    /// From 1.
    line: usize,
    text: String,
}

pub fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut before, mut edits) = (Vec::new(), "", Vec::new());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(word) = line.strip_prefix("```") {
            let inside = lines.by_ref().take_while(|line| *line != "```");
            let text = inside.map(|line| format!("{line}\n")).collect();
            let edits = std::mem::take(&mut edits);
            let before = std::mem::take(&mut before).to_owned();
            blocks.push(Block { before, word: word.to_owned(), text, edits });
        } else if let Some(edit) = line.strip_prefix("<!-- edit ") {
            edits.push(edit_of(edit.strip_suffix(" -->").expect("an edit ends on its line")));
        } else if !line.is_empty() {
            before = line;
        }
    }
    blocks
}

fn edit_of(words: &str) -> Edit {
    let mut parts = words.splitn(3, ':');
    let mut part = || parts.next().expect("path, line and text").to_owned();
    let (path, line, text) = (part(), part(), part());
    Edit { path, line: line.parse().expect("the number of a line"), text }
}

impl Edit {
    fn make(&self, portal: &Path) {
        let path = portal.join(&self.path);
        let text = read(&path);
        let lines = text.lines().enumerate().map(|(at, line)| {
            let line = if at + 1 == self.line { self.text.as_str() } else { line };
            format!("{line}\n")
        });
        fs::write(&path, lines.collect::<String>()).expect("written");
    }
}

/// A portal as `minhbach new` makes it, in a folder of its own.
fn begun() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    typed("new portal my-portal", folder.path());
    folder
}

/// What the program says to a line of a shell.
fn typed(line: &str, folder: &Path) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(words(line))
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let said = String::from_utf8([ran.stdout, ran.stderr].concat()).expect("text");
    if cfg!(windows) { said.replace('\\', "/") } else { said }
}

/// What a shell makes of a line: words, of which those in double quotes hold spaces.
fn words(line: &str) -> Vec<&str> {
    line.split('"')
        .enumerate()
        .flat_map(|(position, part)| match position % 2 {
            1 => vec![part],
            _ => part.split_whitespace().collect(),
        })
        .collect()
}

/// A Word file of one paragraph for each line.
fn word_file(lines: &str) -> Vec<u8> {
    let paragraph = |line: &str| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    let body: String = lines.lines().map(paragraph).collect();
    let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!("<w:document xmlns:w=\"{space}\"><w:body>{body}</w:body></w:document>");
    zip(&[("_rels/.rels", RELATIONS), ("word/document.xml", &document)])
}

/// Does what a page shows, in its order; the page with what the program answered.
fn follow(document: &Document) -> (TempDir, String) {
    let shown = blocks(&document.text);
    let begins = shown.iter().any(|block| block.text.starts_with("$ minhbach new portal "));
    let folder = if begins { tempfile::tempdir().expect("a folder") } else { begun() };
    let portal = folder.path().join(PORTAL);
    let mut text = document.text.clone();
    for block in &shown {
        block.edits.iter().for_each(|edit| edit.make(&portal));
        let named = block.before.strip_prefix('`').and_then(|name| name.strip_suffix('`'));
        match named {
            Some(name) if name.starts_with("content/") => {
                let path = portal.join(name);
                fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                fs::write(path, &block.text).expect("written");
            }
            Some(name) if name.ends_with(".docx") => {
                fs::write(portal.join(name), word_file(&block.text)).expect("written");
            }
            _ => {}
        }
        if block.word == "console" {
            let mut answered = String::new();
            for line in block.text.lines().filter_map(|line| line.strip_prefix("$ minhbach ")) {
                let within = if portal.exists() { &portal } else { folder.path() };
                let said = typed(line, within);
                answered.push_str(&format!("$ minhbach {line}\n{}\n", said.trim_end()));
            }
            let [old, new] =
                [&block.text, &answered].map(|text| format!("```console\n{text}```\n"));
            text = text.replacen(&old, &new, 1);
        }
    }
    (folder, text)
}

/// What is wrong with the content of a portal, how many statements it has and how many of them are
/// proven.
fn checked(folder: &Path) -> (Report, usize, usize) {
    let options = BuildOptions {
        content: folder.join("content"),
        theme: None,
        out: folder.join("site"),
        cache: None,
        overrides: Overrides::default(),
        jobs: None,
        timings: false,
    };
    let (report, portal) = minhbach::check(&options).unwrap_or_else(|_| panic!("readable"));
    let portal = portal.expect("a portal");
    (report, portal.statements.len(), minhbach::proven(&portal))
}

/// The names of a new portal wait to be filled in; nothing else may be wrong.
#[test]
fn the_program_says_what_the_pages_show_and_the_files_they_show_are_right() {
    let bless = std::env::var_os("MINHBACH_BLESS").is_some();
    for language in Language::ALL {
        for document in documents(language) {
            let (folder, answered) = follow(&document);
            if bless && answered != document.text {
                fs::write(&document.path, &answered).expect("written");
            } else {
                assert_eq!(answered, document.text, "{}", document.path.display());
            }
            let (report, statements, proven) = checked(&folder.path().join(PORTAL));
            assert!(!report.has_errors(), "{}", document.name);
            let other = report.iter().find(|found| found.code != Code::Unfilled);
            assert_eq!(other, None, "{}", document.name);
            match document.name.as_str() {
                "tutorial" => {
                    assert_eq!(report.count(Level::Warning), 0, "the portal is filled in");
                    assert_eq!((statements, proven), (8, 8), "five of the model, three of its own");
                }
                "reference/files" => {
                    assert_eq!(report.count(Level::Warning), 0, "the portal is filled in");
                    assert_eq!((statements, proven), (5, 5));
                }
                "reference/targets" | "how-to/report-results" => assert_eq!(
                    (statements, proven),
                    (6, 5),
                    "a result from outside the plans is never proven"
                ),
                _ => assert_eq!((statements, proven), (5, 5), "{}", document.name),
            }
        }
    }
}

/// The READMEs show the beginning of a file that `new portal` makes.
#[test]
fn the_row_in_the_readme_is_one_of_a_new_portal() {
    let folder = begun();
    let made = folder.path().join(PORTAL);
    let made = read(&made.join("content/provinces/tinh-mau/plans/12-2026/targets.yaml"));
    for name in ["README.md", "README.vi.md"] {
        let shown = blocks(&read(&root().join(name)));
        let row = shown.iter().find(|block| block.word == "yaml").expect("a row");
        assert!(made.starts_with(&row.text), "{name}");
    }
}
