//! minhbach builds public transparency portals: YAML target files and Markdown plan text become a
//! bilingual (Vietnamese and English) static site in which every published number is proven to
//! stand in the clause it cites.
//!
//! The stages, in running order (each uses only the stages before it; `tests/suite/layers.rs`
//! holds the code to this list): `language, diagnostic, portal -> content -> markdown -> evidence
//! -> status -> compare -> wording -> index -> address -> assemble -> check -> chart -> page ->
//! theme -> render, data, feed, search, picture -> output -> site -> serve, scaffold, docs ->
//! import -> cli`.
//!
//! [`build`] is the whole pipeline on one screen.

pub mod address;
pub mod assemble;
pub mod chart;
pub mod check;
pub mod cli;
pub mod compare;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod docs;
pub mod evidence;
pub mod feed;
pub mod import;
pub mod index;
pub mod language;
pub mod markdown;
pub mod output;
pub mod page;
pub mod picture;
pub mod portal;
pub mod render;
pub mod scaffold;
pub mod search;
pub mod serve;
pub mod site;
pub mod status;
pub mod theme;
pub mod wording;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use assemble::Overrides;
use diagnostic::Report;
use language::{Language, Localized};
use output::{MadePage, Maker, Output, Step};
use portal::{Grades, Portal};
use site::{Cache, SiteError, Staging};

/// What a build is asked for. `serve` is asked for the same, but writes nothing: `out`, `cache` and
/// `timings` are not for it.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// A folder whose files stand in for the built-in theme's.
    pub theme: Option<PathBuf>,
    /// The output folder.
    pub out: PathBuf,
    /// Where pictures are kept from build to build; beside the output folder where it is not said.
    pub cache: Option<PathBuf>,
    pub overrides: Overrides,
    /// How many threads; all cores where it is not said.
    pub jobs: Option<usize>,
    /// Whether the times of the stages are wanted.
    pub timings: bool,
}

/// What came of a build.
#[derive(Debug)]
pub struct Summary {
    pub pages: usize,
    pub charts: usize,
    pub pictures: Pictures,
    pub statements: usize,
    /// How many of them stand in a clause of a plan, proven in every language that the plan has.
    pub proven: usize,
    /// How many stand there by the reading of an editor.
    pub read_by_editor: usize,
    /// How many are aims without a commitment.
    pub aims: usize,
    /// How many are reported outside the plans.
    pub reported: usize,
    /// How many of the proven in Vietnamese alone.
    pub in_vietnamese_alone: usize,
    /// How many of the proven by a reading of the source that its editors are not sure of.
    pub uncertain: usize,
    /// The path that the site will be served under, `/` or `/minh-bach/`; empty where the portal
    /// does not say.
    pub root: String,
    /// Warnings and notes.
    pub report: Report,
    /// The stages with their times, in running order.
    pub timings: Vec<(&'static str, Duration)>,
}

/// What came of the PNG pictures.
#[derive(Debug, Default)]
pub struct Pictures {
    pub all: usize,
    /// How many of them were drawn; the others were kept from the last build.
    pub drawn: usize,
    /// Why pictures could not be kept for the next build; the site is whole all the same.
    pub not_kept: Option<Localized>,
}

/// Why there is no new site. The old one stands as it was.
#[derive(Debug)]
pub enum Failure {
    /// The content has errors.
    Findings(Report),
    /// The machine, a path or the theme failed.
    World(Localized),
}

/// Content to site, whole or nothing. `progress` hears how many of how many pages and pictures are
/// written.
pub fn build(
    options: &BuildOptions,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<Summary, Failure> {
    in_pool(options.jobs, || {
        let mut clock = Clock::start();
        site::refuse_content(&options.out, &options.content).map_err(unwritten)?;
        let (report, portal, own_files) = prove(options)?;
        clock.lap("prove");

        let maker =
            Maker::new(portal, own_files, options.theme.as_deref()).map_err(Failure::World)?;
        let outputs = maker.outputs();
        clock.lap("theme");

        let paths: Vec<String> = outputs.iter().flat_map(|output| maker.paths(output)).collect();
        let cache = options
            .cache
            .as_ref()
            .map_or_else(
                || Ok(Cache::beside(&options.out)),
                |folder| Cache::at(folder, &options.out),
            )
            .map_err(unwritten)?;
        let staging =
            Staging::begin(&options.out, paths.iter().map(String::as_str)).map_err(unwritten)?;
        let of_step = |step: Step| -> Vec<&Output> {
            outputs.iter().filter(|output| output.step() == step).collect()
        };

        let (pages, cards) = (of_step(Step::Pages), of_step(Step::Pictures));
        let done = AtomicUsize::new(0);
        let write_page = |output: &&Output| {
            let made = write_page(&maker, output, &staging)?;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len() + cards.len());
            Ok(made)
        };
        let made = pages.par_iter().map(write_page).collect::<Result<Vec<_>, Failure>>()?;
        let charts: usize = made.iter().map(|page| page.charts).sum();
        clock.lap("pages");

        let drawn: Vec<Picture> = cards
            .into_iter()
            .filter_map(|output| match output {
                Output::Card(language, page) => Some(Picture::Card(*language, *page)),
                _ => None,
            })
            .chain(made.into_iter().flat_map(|page| page.pictures))
            .collect();
        let all = pages.len() + drawn.len();
        let picture_done = || progress(done.fetch_add(1, Ordering::Relaxed) + 1, all);
        let (pictures, used) = draw(&drawn, &maker, &cache, &staging, picture_done)?;
        clock.lap("pictures");

        for (step, name) in [(Step::Search, "search"), (Step::Feeds, "feeds")] {
            write_all(&of_step(step), &maker, &staging)?;
            clock.lap(name);
        }
        write_all(&of_step(Step::Files), &maker, &staging)?;
        staging.publish().map_err(unwritten)?;
        let portal = &maker.portal;
        if portal.png {
            cache.keep_only(&used);
        }
        clock.lap("publish");

        let Grades { proven, read_by_editor, aims, reported } = portal.grades();
        Ok(Summary {
            pages: pages.len(),
            charts,
            pictures,
            statements: portal.statements.len(),
            proven,
            read_by_editor,
            aims,
            reported,
            in_vietnamese_alone: in_vietnamese_alone(portal),
            uncertain: uncertain(portal),
            root: address::served_root(portal),
            report,
            timings: clock.laps,
        })
    })
}

/// What came of a page that was written.
struct WrittenPage {
    charts: usize,
    /// Those of its charts that are wanted as pictures too.
    pictures: Vec<Picture>,
}

/// Writes a page with its charts. Each page is made, written and forgotten: memory does not grow
/// with their number.
fn write_page(maker: &Maker, output: &Output, staging: &Staging) -> Result<WrittenPage, Failure> {
    let Output::Page(route) = output else {
        return Ok(WrittenPage { charts: 0, pictures: Vec::new() });
    };
    let MadePage { html, charts } = maker.page(*route).map_err(Failure::World)?;
    staging.write(&html.path, &html.bytes).map_err(unwritten)?;
    for chart in &charts {
        staging.write(&chart.path, chart.svg.as_bytes()).map_err(unwritten)?;
    }
    let count = charts.len();
    let pictures = charts
        .into_iter()
        .filter_map(|chart| Some(Picture::Chart { svg: chart.path, png: chart.png_path? }))
        .collect();
    Ok(WrittenPage { charts: count, pictures })
}

/// Writes outputs, those of one kind at the same time and the kinds in their order: of two files
/// with one path the later is kept.
fn write_all(outputs: &[&Output], maker: &Maker, staging: &Staging) -> Result<(), Failure> {
    let kind = |output: &Output| std::mem::discriminant(output);
    let of_kinds = outputs.chunk_by(|one, next| kind(one) == kind(next));
    for of_kind in of_kinds {
        of_kind.par_iter().try_for_each(|output| match output {
            Output::Own(file) => staging.copy(&file.path, &file.from).map_err(unwritten),
            Output::Data(file) => staging
                .write_with(&file.path(&maker.portal), |out| maker.write_data(*file, out))
                .map_err(unwritten),
            output => {
                let files = maker.make(output).map_err(Failure::World)?;
                files
                    .par_iter()
                    .try_for_each(|file| staging.write(&file.path, &file.bytes))
                    .map_err(unwritten)
            }
        })?;
    }
    Ok(())
}

/// A picture to be made.
enum Picture {
    /// What other sites show beside a link to a page.
    Card(Language, address::Page),
    /// A chart that is written, and where its picture goes.
    Chart { svg: String, png: String },
}

/// Draws pictures into the site, or takes them from the cache, and says which entries of it are in
/// use.
fn draw(
    pictures: &[Picture],
    maker: &Maker,
    cache: &Cache,
    staging: &Staging,
    progress: impl Fn() + Sync,
) -> Result<(Pictures, BTreeSet<u128>), Failure> {
    if pictures.is_empty() {
        return Ok(Default::default());
    }
    let painter = maker.painter();
    let made = pictures.par_iter().map(|picture| {
        let (path, drawing) = match picture {
            Picture::Card(language, page) => maker.card(*language, *page),
            Picture::Chart { svg, png } => {
                (png.clone(), painter.chart(&staging.read(svg).map_err(unwritten)?))
            }
        };
        let key = painter.key(&drawing);
        let known = cache.get(key);
        let is_drawn = known.is_none();
        let bytes = known.map_or_else(|| maker.png(&path, &drawing), Ok).map_err(Failure::World)?;
        staging.write(&path, &bytes).map_err(unwritten)?;
        let not_kept = if is_drawn { cache.put(key, &bytes).err() } else { None };
        progress();
        Ok((key, is_drawn, not_kept))
    });
    let made = made.collect::<Result<Vec<_>, Failure>>()?;
    let folder = cache.folder().display();
    let not_kept =
        made.iter().find_map(|(_, _, error)| error.as_ref()).map(language::cause::cause).map(
            |cause| {
                Localized::text(
                    format!(
                        "không giữ được ảnh cho lần dựng sau ở `{folder}`: {}; trang vẫn có đủ \
                         ảnh, nhưng lần sau phải vẽ lại; chọn chỗ khác bằng --cache",
                        cause.vi
                    ),
                    format!(
                        "pictures could not be kept for the next build in `{folder}`: {}; the \
                         site has them all, but the next build must draw them again; choose \
                         another place with --cache",
                        cause.en
                    ),
                )
            },
        );
    let drawn = made.iter().filter(|(_, is_drawn, _)| *is_drawn).count();
    Ok((
        Pictures { all: made.len(), drawn, not_kept },
        made.into_iter().map(|(key, ..)| key).collect(),
    ))
}

/// Reads and proves the content and writes nothing. The portal is whole only if the report has no
/// errors.
pub fn check(options: &BuildOptions) -> Result<(Report, Option<Portal>), Failure> {
    in_pool(options.jobs, || read(options).map(|(report, portal, _)| (report, portal)))
}

/// How many statements are proven in Vietnamese alone, since their plans have no English yet.
pub fn in_vietnamese_alone(portal: &Portal) -> usize {
    let proven = portal.statements.iter().filter(|statement| statement.counts_as_proven());
    proven.filter(|statement| portal.is_proven_in_vietnamese_alone(statement)).count()
}

/// How many statements are proven by a reading of the source that its editors are not sure of.
pub fn uncertain(portal: &Portal) -> usize {
    page::uncertain_statements(portal)
}

/// How many statements stand in a clause of a plan, proven in every language that the plan has.
pub fn proven(portal: &Portal) -> usize {
    portal.grades().proven
}

fn read(
    options: &BuildOptions,
) -> Result<(Report, Option<Portal>, Vec<content::OwnFile>), Failure> {
    let mut report = Report::default();
    let content = content::load(&options.content, &mut report).map_err(|error| {
        let (path, cause) = (error.path.display(), language::cause::cause(&error.cause));
        let none_yet = match error.path == options.content
            && error.cause.kind() == std::io::ErrorKind::NotFound
        {
            true => Localized::new(
                ", chưa có cổng thì gõ: minhbach new portal cong-moi",
                "; to begin a portal, type: minhbach new portal my-portal",
            ),
            false => Localized::default(),
        };
        Failure::World(Localized::text(
            format!(
                "không đọc được `{path}`: {}; thư mục nội dung có thể chỉ rõ bằng --content{}",
                cause.vi, none_yet.vi
            ),
            format!(
                "cannot read `{path}`: {}; the content folder can be named with --content{}",
                cause.en, none_yet.en
            ),
        ))
    })?;
    let own_files = content.files.clone();
    let assembled = assemble::assemble(content, options.overrides.clone(), &mut report);
    if let Some(assembled) = &assembled {
        check::check_all(assembled, &mut report);
    }
    let portal = assembled.map(|assembled| assembled.portal);
    content::merge::without_follow_ups(&mut report);
    Ok((report, portal, own_files))
}

/// A portal whose content has no errors, with warnings and notes, and the files of the author's
/// own.
fn prove(options: &BuildOptions) -> Result<(Report, Portal, Vec<content::OwnFile>), Failure> {
    let (report, portal, own_files) = read(options)?;
    match portal.filter(|_| !report.has_errors()) {
        Some(portal) => Ok((report, portal, own_files)),
        None => Err(Failure::Findings(report)),
    }
}

fn unwritten(error: SiteError) -> Failure {
    Failure::World(error.message())
}

fn in_pool<T: Send>(
    jobs: Option<usize>,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    pool(jobs)?.install(work)
}

fn pool(jobs: Option<usize>) -> Result<rayon::ThreadPool, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build();
    pool.map_err(|error| {
        Failure::World(Localized::text(
            format!("không tạo được luồng: {error}"),
            format!("cannot start threads: {error}"),
        ))
    })
}

/// The times of the stages.
struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Clock { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }
}
