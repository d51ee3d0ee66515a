// Shows a result, or an error, in the page, and marks it as done.
export async function show(work) {
  const result = document.querySelector('#result');
  try {
    result.textContent = JSON.stringify(await work());
  } catch (error) {
    result.textContent = JSON.stringify({ code: error.code, message: String(error.message) });
  }
  result.dataset.done = '';
}
