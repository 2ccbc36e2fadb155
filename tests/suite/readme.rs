//! The READMEs and the documentation keep their word: what they show is typed and compared, both
//! languages say the same, every link leads somewhere, and what the code knows is written by it.
//!
//! `MINHBACH_BLESS=1 cargo test --test suite readme` writes the answers of commands and the
//! generated parts anew.

mod generated;
mod shown;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use minhbach::docs::{self, Page};
use minhbach::language::Language;
use pulldown_cmark::{Event, Options, Parser, Tag};

use shown::{Block, blocks};

/// The most lines that a README has.
const LONGEST_README: usize = 150;

/// The most characters that a line has.
const WIDEST_LINE: usize = 100;

/// A page as it is in the repository.
pub struct Document {
    /// Below the folder of its language; `README` of the repository itself is `/README`.
    pub name: String,
    pub path: PathBuf,
    pub text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|_| panic!("{}", path.display()));
    text.replace("\r\n", "\n")
}

/// The README and all pages of a language, by name.
pub fn documents(language: Language) -> Vec<Document> {
    let document = |name: String, path: PathBuf| {
        let text = read(&path);
        Document { name, path, text }
    };
    let readme = match language {
        Language::Vi => "README.vi.md",
        Language::En => "README.md",
    };
    let folder = root().join("docs").join(language.code());
    let pages =
        walkdir::WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(|entry| {
            let path = entry.expect("an entry").into_path();
            let name =
                path.strip_prefix(&folder).expect("below").to_string_lossy().replace('\\', "/");
            Some(document(name.strip_suffix(".md")?.to_owned(), path))
        });
    std::iter::once(document("/README".to_owned(), root().join(readme))).chain(pages).collect()
}

fn all() -> Vec<Document> {
    Language::ALL.into_iter().flat_map(documents).collect()
}

#[test]
fn both_languages_have_the_same_pages_and_the_program_holds_them_all() {
    let [vi, en] = Language::ALL.map(|language| {
        documents(language).into_iter().map(|document| document.name).collect::<BTreeSet<_>>()
    });
    assert_eq!(vi, en);
    let held: BTreeSet<String> = Page::ALL.iter().map(|page| page.name.to_owned()).collect();
    let pages: BTreeSet<String> = vi.into_iter().filter(|name| name != "/README").collect();
    assert_eq!(held, pages, "src/docs/embedded.rs lists every page");
}

#[test]
fn both_languages_have_the_same_headings_lists_tables_and_blocks() {
    for (vi, en) in documents(Language::Vi).into_iter().zip(documents(Language::En)) {
        let [of_vi, of_en] = [&vi, &en].map(|document| outline(&document.text));
        assert_eq!(of_vi, of_en, "outline of {}", vi.name);
        let [of_vi, of_en] = [&vi, &en].map(|document| {
            let blocks = blocks(&document.text).into_iter();
            blocks.map(|block| without_words(&block)).collect::<Vec<_>>()
        });
        assert_eq!(of_vi, of_en, "blocks of {}", vi.name);
    }
}

/// How deep each heading is, and how many items and rows of tables stand below it.
fn outline(text: &str) -> Vec<(String, usize, usize)> {
    let mut outline: Vec<(String, usize, usize)> = Vec::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match (event, outline.last_mut()) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                outline.push((level.to_string(), 0, 0));
            }
            (Event::Start(Tag::Item), Some((_, items, _))) => *items += 1,
            (Event::Start(Tag::TableRow), Some((.., rows))) => *rows += 1,
            _ => {}
        }
    }
    outline
}

/// A block without what is translated: comments, what the program answers, drawings, words of a
/// theme, and the language that is asked for.
fn without_words(block: &Block) -> (String, String) {
    let without_comment = |line: &str| match line.trim_start() {
        comment if comment.starts_with('#') => String::new(),
        _ => line.split(" #").next().unwrap_or("").trim_end().to_owned(),
    };
    let bare = match block.word.as_str() {
        "console" => block.text.lines().filter(|line| line.starts_with('$')).collect(),
        "text" | "" if !block.before.ends_with(".docx`") => String::new(),
        "yaml" if block.text.lines().count() == 1 => {
            block.text.split(':').next().unwrap_or("").to_owned()
        }
        "markdown" | "text" => block.text.clone(),
        _ => {
            let lines = block.text.lines().map(without_comment);
            lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
        }
    };
    (block.word.clone(), bare.replace("--lang vi", "").replace("--lang en", ""))
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    for document in all() {
        let folder = document.path.parent().expect("a folder");
        let shown = document.path.strip_prefix(root()).expect("below the root").display();
        for event in Parser::new_ext(&document.text, Options::ENABLE_TABLES) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event
            else {
                continue;
            };
            if dest_url.starts_with("https://") || dest_url.starts_with("http://") {
                continue;
            }
            let (path, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            let target = if path.is_empty() { document.path.clone() } else { folder.join(path) };
            let is_there = target.exists()
                && (anchor.is_empty() || docs::anchors(&read(&target)).iter().any(|a| a == anchor));
            if !is_there {
                wrong.push(format!("{shown}: {dest_url}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn readmes_are_short_and_lines_are_not_wide() {
    for document in all() {
        let lines = document.text.lines().count();
        assert!(document.name != "/README" || lines <= LONGEST_README, "{lines} lines");
        let (mut is_free, mut is_generated) = (false, false);
        for (number, line) in document.text.lines().enumerate() {
            // What the program says, and what it writes, is as wide as it is.
            if line.starts_with("```") {
                is_free = ["```console", "```text"].contains(&line);
            }
            is_generated = match line {
                line if line.starts_with("<!-- generated:") => true,
                "<!-- end -->" => false,
                _ => is_generated,
            };
            let is_wide = line.chars().count() > WIDEST_LINE && !line.starts_with("![");
            let place = format!("{}:{}", document.path.display(), number + 1);
            assert!(is_free || is_generated || !is_wide, "{place}: {line}");
        }
    }
}

#[test]
fn blocks_of_yaml_and_xml_can_be_read() {
    for document in all() {
        for block in blocks(&document.text) {
            let read = match block.word.as_str() {
                "yaml" => serde_yaml::from_str::<serde_yaml::Value>(&block.text)
                    .map(drop)
                    .map_err(|error| error.to_string()),
                "xml" => roxmltree::Document::parse(&block.text)
                    .map(drop)
                    .map_err(|error| error.to_string()),
                _ => Ok(()),
            };
            assert_eq!(read, Ok(()), "{}:\n{}", document.path.display(), block.text);
        }
    }
}

/// The first command of the documentation, and the one that messages name.
#[test]
fn the_documentation_is_written_out_and_its_links_lead_somewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("pages");
    let typed = |topic: &str| {
        Command::new(env!("CARGO_BIN_EXE_minhbach"))
            .args(["docs", topic, "--lang", "vi", "--out"])
            .arg(&out)
            .output()
            .expect("the program runs")
    };
    let address = String::from_utf8(typed("diagnostics#goal-differs").stdout).expect("text");
    assert!(address.starts_with("file:///"), "{address}");
    assert!(address.ends_with("/vi/reference/diagnostics.html#goal-differs\n"), "{address}");
    assert_eq!(typed("nothing").status.code(), Some(2));
    let mut wrong = Vec::new();
    for (name, html) in docs::files() {
        let path = out.join(&name);
        assert_eq!(read(&path), html, "{name}");
        for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if link.starts_with("https://") || link.starts_with("http://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() {
                path.clone()
            } else {
                path.parent().expect("a folder").join(file)
            };
            let id = format!(" id=\"{anchor}\"");
            if !target.is_file() || !(anchor.is_empty() || read(&target).contains(&id)) {
                wrong.push(format!("{name}: {link}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The answer to a mistake names the page that explains it.
#[test]
fn a_message_leads_to_its_page() {
    for code in minhbach::diagnostic::Code::ALL {
        assert!(docs::find(&minhbach::diagnostic::page(*code)).is_some(), "{}", code.name());
    }
}
