//! The READMEs keep their word: the files they show check clean, the program says what they say it
//! says, and both languages show the same files.

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
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
        .expect("the README")
        .replace("\r\n", "\n")
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
            let text = lines
                .by_ref()
                .take_while(|line| *line != "```")
                .map(|line| format!("{line}\n"))
                .collect();
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
    let last = files
        .iter()
        .position(|(path, _)| path == LAST_OF_WORKED_EXAMPLE)
        .expect("the worked example ends with the targets");
    files.into_iter().take(last + 1).collect()
}

/// The folder that holds the portal with which the README begins.
const PORTAL: &str = "my-portal";

/// A portal as `minhbach new` makes it, in a folder of its own.
fn begun() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = Command::new(env!("CARGO_BIN_EXE_minhbach"))
        .args(["new", "portal", PORTAL])
        .current_dir(folder.path())
        .output()
        .expect("the program runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    folder
}

/// Lays files over a portal; of two with one path, the later.
fn write(files: &[(String, String)], portal: &Path) {
    for (path, text) in files {
        let path = portal.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
}

/// What is wrong with the content of the folder, how many statements it has and how many of them
/// are proven.
fn checked(folder: &Path) -> (String, usize, usize) {
    let (content, out) = (folder.join("content"), folder.join("site"));
    let options = BuildOptions {
        content,
        theme: None,
        out,
        cache: None,
        overrides: Overrides::default(),
        jobs: None,
        timings: false,
    };
    let (report, portal) = minhbach::check(&options).unwrap_or_else(|_| panic!("readable"));
    let portal = portal.expect("a portal");
    (
        terminal::render(&report, Language::En, false),
        portal.statements.len(),
        minhbach::proven(&portal),
    )
}

/// The made files have comments besides, behind what is shown: the lines have the same numbers.
#[test]
fn the_worked_example_is_the_portal_that_new_makes_and_is_right() {
    let folder = begun();
    let portal = folder.path().join(PORTAL);
    for language in Language::ALL {
        let shown = worked_example(&readme(language));
        assert_eq!(shown.len(), 3, "the text in both languages, and the targets");
        for (path, text) in shown {
            let made = fs::read_to_string(portal.join(&path)).expect("a file that `new` makes");
            assert!(made.starts_with(&text), "{path}");
        }
    }
    let (told, statements, proven) = checked(&portal);
    assert!(
        told.starts_with("warning[unfilled]") && told.matches("\n\n").count() == 1,
        "its names wait to be filled in, and no more: {told}"
    );
    assert_eq!((statements, proven), (5, 5));
}

#[test]
fn the_examples_with_every_field_check_clean() {
    for language in Language::ALL {
        let folder = begun();
        let portal = folder.path().join(PORTAL);
        write(&files(&readme(language)), &portal);
        assert_eq!(
            checked(&portal),
            (String::new(), 6, 5),
            "the result from outside the plans is never proven"
        );
    }
}

/// Each line `$ minhbach ...` of a `console` block is typed, and what follows is what is said; the
/// second check is that of the mistake which the text describes. The first command makes the
/// portal, the others are typed in its folder.
#[test]
fn the_program_says_what_the_readme_shows() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().expect("a folder");
        let portal = folder.path().join(PORTAL);
        let targets = portal.join(LAST_OF_WORKED_EXAMPLE);
        let consoles: String = fenced(&readme(language))
            .into_iter()
            .filter(|block| block.word == "console")
            .map(|block| block.text)
            .collect();
        let mut typed = 0;
        for (command, shown) in consoles
            .split("$ minhbach ")
            .skip(1)
            .map(|told| told.split_once('\n').expect("a command and what it says"))
        {
            let is_check = command.starts_with("check");
            if is_check && shown.contains("goal-differs") {
                let right = fs::read_to_string(&targets).expect("the targets");
                let wrong = right.replacen("goal: \">= 48.5\"", "goal: 48.5", 1);
                assert_eq!(
                    wrong.lines().nth(3),
                    Some("    goal: 48.5"),
                    "line 4, as the text says"
                );
                fs::write(&targets, wrong).expect("written");
            } else if is_check {
                let wrong = fs::read_to_string(&targets).expect("the targets");
                fs::write(&targets, wrong.replacen("goal: 48.5", "goal: \">= 48.5\"", 1))
                    .expect("written");
            }
            let within = if portal.exists() { &portal } else { folder.path() };
            let ran = Command::new(env!("CARGO_BIN_EXE_minhbach"))
                .args(words(command))
                .current_dir(within)
                .output()
                .expect("the program runs");
            let said = String::from_utf8([ran.stdout, ran.stderr].concat()).expect("text");
            assert_eq!(
                if cfg!(windows) { said.replace('\\', "/") } else { said },
                shown,
                "{command}"
            );
            typed += 1;
        }
        assert_eq!(typed, 6, "the portal, its anchors, two checks, a place and a plan");
    }
}

/// What a shell makes of a line: words, of which those in double quotes hold spaces.
fn words(line: &str) -> Vec<&str> {
    line.split('"')
        .enumerate()
        .flat_map(
            |(position, part)| {
                if position % 2 == 1 { vec![part] } else { part.split_whitespace().collect() }
            },
        )
        .collect()
}

#[test]
fn both_languages_show_the_same_files() {
    let without_comments = |files: Vec<(String, String)>| -> Vec<(String, String)> {
        let bare = |path: &str, text: &str| match path.ends_with(".yaml") {
            true => text
                .lines()
                .map(|line| line.split(" #").next().unwrap_or("").trim_end())
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
            false => text.to_owned(),
        };
        files.into_iter().map(|(path, text)| (path.clone(), bare(&path, &text))).collect()
    };
    let [vi, en] =
        [Language::Vi, Language::En].map(|language| without_comments(files(&readme(language))));
    assert_eq!(vi, en);
}
