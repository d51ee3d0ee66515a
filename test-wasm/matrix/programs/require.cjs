// The same by require() of the ES modules.
const microlora = require('microlora');
const files = require('microlora/safetensors');
const scalar = require('microlora/scalar');
const { check } = require('./check.js');

check(microlora, async () => ({ api: scalar, engine: await scalar.createEngine() }), files).then(
  (outcome) => console.log(JSON.stringify(outcome)),
);
