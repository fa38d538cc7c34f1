//! The simulation as a program of its own, optimised for speed. It runs in workers, and where there are none, in slices on the page's own
//! thread: `pool.js` is around it.

use std::cell::RefCell;

use js_sys::Uint8Array;
use outsourcing::pool::{Answer, Job, Server};
use wasm_bindgen::prelude::*;

/// A path takes and leaves hundreds of short lists: this allocator finds room in a few steps whatever is taken.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static SERVER: RefCell<Server> = RefCell::default();
}

/// Does one task, as [`Server::answer`]: the document where it is a new one, the job, which piece of it, and the pieces to put together.
/// A piece comes back as bytes, a result as text.
///
/// # Errors
/// In words, where it cannot be done.
#[wasm_bindgen]
pub fn serve(
    document: Option<String>,
    job: &str,
    piece: Option<u32>,
    parts: Vec<Uint8Array>,
) -> Result<JsValue, JsValue> {
    let job = serde_json::from_str(job).ok().as_ref().and_then(Job::read);
    let (job, size) = job.ok_or_else(|| JsValue::from_str("no such job"))?;
    let parts: Vec<Vec<u8>> = parts.iter().map(Uint8Array::to_vec).collect();
    let piece = piece.and_then(|piece| usize::try_from(piece).ok());
    let answer =
        SERVER.with_borrow_mut(|server| server.answer(document.as_deref(), (&job, size), piece, &parts));
    match answer {
        Answer::Piece(bytes) => Ok(Uint8Array::from(bytes.as_slice()).into()),
        Answer::Result(text) => Ok(text.into()),
        Answer::Failed(why) => Err(why.into()),
    }
}
