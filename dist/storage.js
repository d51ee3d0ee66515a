/* microlora 0.1.0, MIT OR Apache-2.0 */
var t=t=>({get:e=>t.get(e,"arrayBuffer"),set:(e,n)=>t.put(e,n)}),e=t=>({get:e=>t.get(e),set:(e,n)=>t.put(e,n)}),n="files",o=t=>new Promise((e,n)=>{t.onsuccess=()=>e(t.result)
t.onerror=()=>n(t.error)})
function r(t="microlora"){let e
const r=()=>{e??=async function(t){try{const e=indexedDB.open(t,1)
e.onupgradeneeded=()=>e.result.createObjectStore(n)
return await o(e)}catch(t){const e=t instanceof Error?t.message:String(t)
throw new Error(`IndexedDB cannot be used here (${e}); a sandboxed frame needs allow-same-origin, a browser may block it for other sites; or give another store`,{cause:t})}}(t).catch(t=>{e=void 0
throw t})
return e.then(t=>{t.onclose=()=>e=void 0
t.onversionchange=()=>{e=void 0
t.close()}
return t})}
return{get:async t=>o((await r()).transaction(n).objectStore(n).get(t)),async set(t,e){const o=(await r()).transaction(n,"readwrite",{durability:"strict"})
o.objectStore(n).put(e,t)
return new Promise((t,e)=>{o.oncomplete=()=>t()
o.onabort=()=>e(o.error)})}}}import{load as s,save as c}from"./safetensors.js"
import{LoraError}from"./microlora.js"
function i(t,e,n){throw new LoraError(t,e,n)}var a=t=>t.length>80?`${t.slice(0,79)}…`:t
function u(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let s=1;s<=e.length;s++){const c=n[s-1]+Number(t[o-1]!==e[s-1])
r.push(Math.min(c,n[s]+1,r[s-1]+1))}n=r}return n[e.length]}function f(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let o="",r=Math.floor(n.length/3)+1
for(const t of e){const e=u(n,t.toLowerCase())
e<r&&([o,r]=[t,e])}return o&&` (did you mean ${a(o)}?)`}var l=(t,e,n,o="LORA_E_TYPE")=>i(o,`${t} must be ${e}, got ${(t=>{return"string"==typeof t?(e=t,a(JSON.stringify(e))):a(Object(t)===t?(t=>Object.prototype.toString.call(t).slice(8,-1))(t):String(t))
var e})(n)}`)
function g(t,e){"function"==typeof t?.get&&"function"==typeof t.set||l("the store","an object with get(key) and set(key, bytes)",t)
"string"==typeof e&&""!==e||l("the key","a name",e)}function h(t,e,n){const o=n instanceof Error?n.message||n.name:String(n)
return i("LORA_E_STORAGE",`${t} ${JSON.stringify(e)} failed: ${o}`,n)}async function y(t,e,n,o){g(t,e)
const r=c(n,o)
try{await t.set(e,r)}catch(t){h("saving",e,t)}}async function d(t,e,n={}){g(t,e)
!function(t,e,n){(function(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)})(e)||l(`${t}: the argument`,"an object of options",e)
const o={...n}
for(const[r,s]of Object.entries(e)){Object.hasOwn(n,r)||i("LORA_E_OPTION",`${t} has no option ${a(r)}${f(r,Object.keys(n))}; it has `+Object.keys(n).join(", "))
void 0!==s&&(o[r]=s)}}("loadFrom",n,{engine:void 0,expect:void 0})
let o
try{o=await t.get(e)}catch(t){h("loading",e,t)}return null==o?void 0:s(o,n)}export{e as durableObjectStore,r as indexedDBStore,t as kvStore,d as loadFrom,y as saveTo}

