/* microlora 0.1.0, MIT OR Apache-2.0 */
var t=t=>({[Symbol.toStringTag]:"kvStore",get:e=>t.get(e,"arrayBuffer"),set:(e,r)=>t.put(e,r)}),e=t=>({[Symbol.toStringTag]:"durableObjectStore",get:e=>t.get(e),set:(e,r)=>t.put(e,r)}),r=t=>t.length>80?`${t.slice(0,79)}…`:t,n=t=>r(JSON.stringify(t))
function o(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let n=1;n<=t.length;n++){const o=[n]
for(let a=1;a<=e.length;a++){const s=r[a-1]+Number(t[n-1]!==e[a-1])
o.push(Math.min(s,r[a]+1,o[a-1]+1))}r=o}return r[e.length]}function a(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let a="",s=Math.floor(n.length/3)+1
for(const t of e){const e=o(n,t.toLowerCase())
e<s&&([a,s]=[t,e])}return a&&` (did you mean ${r(a)}?)`}function s(t){let e="what it threw cannot be shown"
try{e=String(t?.message||t?.name||t)}catch{}return e.length>400?`${e.slice(0,399)}…`:e}var i="files",c=t=>new Promise((e,r)=>{t.onsuccess=()=>e(t.result)
t.onerror=()=>r(t.error)}),f=(t,e,r)=>new Error(`the database ${n(t)} ${e}, so it is another program's; give indexedDBStore another name`,{cause:r})
function u(t="microlora"){let e
function r(t){e===t&&(e=void 0)}async function o(o){const a=e
if(void 0!==a)try{return await o(await a)}catch{r(a)
a.then(t=>t.close()).catch(()=>{})}const u=await(e??function(){const o=async function(t,e){let r
try{const e=indexedDB.open(t,1)
e.onupgradeneeded=()=>e.result.createObjectStore(i)
r=await c(e)}catch(e){if("VersionError"===e?.name)throw f(t,"has a later version",e)
throw new Error(`IndexedDB cannot be used here (${s(e)}); a sandboxed frame needs allow-same-origin, a browser may block it for other sites; or give another store`,{cause:e})}if(!r.objectStoreNames.contains(i)){r.close()
throw f(t,`has no object store ${n(i)}`)}r.onclose=e
r.onversionchange=()=>{e()
r.close()}
return r}(t,()=>r(o))
o.catch(()=>r(o))
return e=o}())
try{return await o(u)}catch(t){throw new Error(`IndexedDB failed${a?", also on a new connection":""} (${s(t)}); reload the page, make room if its storage is full, or give another store`,{cause:t})}}return{[Symbol.toStringTag]:"indexedDBStore",get:t=>o(e=>((t,e)=>c(t.transaction(i).objectStore(i).get(e)))(e,t)),set:(t,e)=>o(r=>function(t,e,r){const n=t.transaction(i,"readwrite",{durability:"strict"})
n.objectStore(i).put(r,e)
return new Promise((t,e)=>{n.oncomplete=()=>t()
n.onabort=()=>e(n.error??new Error("it was aborted"))})}(r,t,e))}}import{load as h,save as l}from"./safetensors.js"
var y=/* @__PURE__ */Symbol.for("microlora.error"),LoraError=class t extends Error{static[Symbol.hasInstance](e){return this===t?!0===Object(e)[y]:super[Symbol.hasInstance](e)}get[y](){return!0}constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function g(t,e,r){throw new LoraError(t,e,r)}var w=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),d=(Object.fromEntries([...w.keys()].map(t=>[t,void 0])),Object.fromEntries([...w.keys(),"betas"].map(t=>[t,void 0])),
t=>Object.prototype.toString.call(t).slice(8,-1)),b=(t,e,o,a="LORA_E_TYPE")=>g(a,`${t} must be ${e}, got ${(t=>"string"==typeof t?n(t):r(Object(t)===t?d(t):String(t)))(o)}`)
function m(t){const e=t.constructor?.name
return r("string"!=typeof e||["","Object"].includes(e)?d(t):e)}function p(t,e){"function"==typeof t?.get&&"function"==typeof t.set||b("the store","an object with get(key) and set(key, bytes)",t)
"string"==typeof e&&""!==e||b("the key","a name",e)}async function $(t,e,r){try{return await r()}catch(r){return g("LORA_E_STORAGE",`${t} ${n(e)} failed: ${s(r)}`,r)}}async function v(t,e,r,n){p(t,e)
const o=l(r,n)
await $("saving",e,async()=>{if(!1===await t.set(e,o))throw new Error(`the store (${m(t)}) returned false, so nothing was saved`)})}async function O(t,e,o={}){p(t,e)
!function(t,e,n){!function(t,e,n){(function(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)})(e)||b(`${t}: the argument`,"an object of options",e)
for(const o of Object.keys(e))if(!Object.hasOwn(n,o)){const e=Object.keys(n)
g("LORA_E_OPTION",`${t} has no option ${r(o)}${a(o,e)}; it has ${e.join(", ")}`)}}("loadFrom",e,n)
const o={...n}
for(const[t,r]of Object.entries(e))void 0!==r&&(o[t]=r)}(0,o,{engine:void 0,expect:void 0})
const i=await $("loading",e,async()=>{const o=await t.get(e)
return null==o?void 0:async function(t,e){const o=`the store (${m(t)})`
if(!1===e.ok)throw new Error(`${o} gave a response with the status ${e.status}`)
let a
try{a=function(t){if(ArrayBuffer.isView(t))return new Uint8Array(t.buffer,t.byteOffset,t.byteLength)
if(["ArrayBuffer","SharedArrayBuffer"].includes(d(t)))return new Uint8Array(t)
const e="Buffer"===t?.type?t.data:t
if(!Array.isArray(e))return
const r=Uint8Array.from(e)
return r.every((t,r)=>t===e[r])?r:void 0}("function"==typeof e.arrayBuffer?await e.arrayBuffer():e)}catch(t){throw new Error(`${o} gave bytes that cannot be read (${s(t)})`,{cause:t})}if(void 0===a)throw new Error(`${o} gave ${function(t){return"string"==typeof t?`the text ${n(t)}`:Object(t)!==t?r(`the ${typeof t} ${String(t)}`):Array.isArray(t)?"an array that is not one of whole numbers from 0 to 255":r(`an object (${d(t)}) with the keys ${Object.keys(t).slice(0,20)}`)
}(e)} instead of the bytes that were saved; give it a serializer that keeps a Uint8Array, or wrap its get and set`)
if(0===a.length)throw new Error(`${o} gave an empty ${d(e)}; a save is never empty: save again`)
return"SharedArrayBuffer"===d(a.buffer)?a.slice():a}(t,o)})
return i&&h(i,o)}export{e as durableObjectStore,u as indexedDBStore,t as kvStore,O as loadFrom,v as saveTo}

