//! The READMEs keep their word: the files they show check clean, the program says what they say it says, and both
//! languages show the same files.

use std::fs;
use std::path::Path;
use std::process::Command;

use minhbach::BuildOptions;
use minhbach::assemble::Overrides;
use minhbach::diagnostic::terminal;
use minhbach::language::Language;
use tempfile::TempDir;

/// The last file of the worked example; what follows it are the examples of the reference.
const LAST_OF_WORKED_EXAMPLE: &str = "content/provinces/tinh-mau/plans/12-2026/targets.yaml";

fn readme(language: Language) -> String {
    let name = match language {
        Language::Vi => "README.vi.md",
        Language::En => "README.md",
    };
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("the README").replace("\r\n", "\n")
}

/// A fenced block with its word (`yaml`) and the last line before it that is not blank.
struct Fenced {
    before: String,
    word: String,
    text: String,
}

fn fenced(readme: &str) -> Vec<Fenced> {
    let (mut blocks, mut before, mut lines) = (Vec::new(), "", readme.lines());
    while let Some(line) = lines.next() {
        if let Some(word) = line.strip_prefix("```") {
            let text = lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
            blocks.push(Fenced { before: before.to_owned(), word: word.to_owned(), text });
        } else if !line.is_empty() {
            before = line;
        }
    }
    blocks
}

/// The files that a README shows whole, with their paths, in their order.
fn files(readme: &str) -> Vec<(String, String)> {
    let named = |block: Fenced| {
        let path = block.before.strip_prefix('`')?.strip_suffix('`')?.to_owned();
        path.starts_with("content/").then_some((path, block.text))
    };
    fenced(readme).into_iter().filter_map(named).collect()
}

fn worked_example(readme: &str) -> Vec<(String, String)> {
    let files = files(readme);
    let last = files.iter().position(|(path, _)| path == LAST_OF_WORKED_EXAMPLE).expect("the worked example ends with the targets");
    files.into_iter().take(last + 1).collect()
}

/// A folder with the files in it; of two with one path, the later.
fn written(files: &[(String, String)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

/// What is wrong with the content of the folder, how many statements it has and how many of them are proven.
fn checked(folder: &Path) -> (String, usize, usize) {
    let (content, out) = (folder.join("content"), folder.join("site"));
    let options = BuildOptions { content, theme: None, out, cache: None, overrides: Overrides::default(), jobs: None, timings: false };
    let (report, portal) = minhbach::check(&options).unwrap_or_else(|_| panic!("readable"));
    let portal = portal.expect("a portal");
    (terminal::render(&report, Language::En, false), portal.statements.len(), minhbach::proven(&portal))
}

#[test]
fn the_worked_example_checks_clean() {
    for language in Language::ALL {
        let folder = written(&worked_example(&readme(language)));
        assert_eq!(checked(folder.path()), (String::new(), 5, 5));
    }
}

#[test]
fn the_examples_with_every_field_check_clean() {
    for language in Language::ALL {
        let folder = written(&files(&readme(language)));
        assert_eq!(checked(folder.path()), (String::new(), 6, 5), "the result from outside the plans is never proven");
    }
}

/// Each `console` block is a command and what it prints; the second is shown for the mistake that the text describes.
#[test]
fn the_program_says_what_the_readme_shows() {
    for language in Language::ALL {
        let readme = readme(language);
        let folder = written(&worked_example(&readme));
        let targets = folder.path().join(LAST_OF_WORKED_EXAMPLE);
        let right = fs::read_to_string(&targets).expect("the targets");
        let wrong = right.replacen("goal: \">= 48.5\"", "goal: 48.5", 1);
        assert_eq!(wrong.lines().nth(3), Some("    goal: 48.5"), "line 4, as the text says");
        let consoles: Vec<Fenced> = fenced(&readme).into_iter().filter(|block| block.word == "console").collect();
        let contents = [&right, &wrong, &right];
        assert_eq!(consoles.len(), contents.len());
        for (console, content) in consoles.iter().zip(contents) {
            fs::write(&targets, content).expect("written");
            let (command, shown) = console.text.split_once('\n').expect("a command and its output");
            let arguments = command.strip_prefix("$ minhbach ").expect("a command").split(' ');
            let ran = Command::new(env!("CARGO_BIN_EXE_minhbach")).args(arguments).current_dir(folder.path()).output().expect("the program runs");
            let said = [ran.stdout, ran.stderr].concat();
            assert_eq!(String::from_utf8(said).expect("text"), shown, "{command}");
        }
    }
}

#[test]
fn both_languages_show_the_same_files() {
    let without_comments = |files: Vec<(String, String)>| -> Vec<(String, String)> {
        let bare = |path: &str, text: &str| match path.ends_with(".yaml") {
            true => text.lines().map(|line| line.split(" #").next().unwrap_or("").trim_end()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
            false => text.to_owned(),
        };
        files.into_iter().map(|(path, text)| (path.clone(), bare(&path, &text))).collect()
    };
    let [vi, en] = [Language::Vi, Language::En].map(|language| without_comments(files(&readme(language))));
    assert_eq!(vi, en);
}
