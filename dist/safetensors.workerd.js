/* microlora 0.1.0, MIT OR Apache-2.0 */
import{LoraError}from"./microlora.workerd.js"
function t(t,e,n){throw new LoraError(t,e,n)}var e=(e,n)=>t("LORA_E_FILE",e,n)
function n(t,n){try{return n()}catch(n){if(!(n instanceof LoraError))throw n
return e(`${t}: ${n.message}`,n)}}var o=t=>t.length>80?`${t.slice(0,79)}…`:t,r=t=>o(JSON.stringify(t))
function s(t,e){let n=Array.from({length:e.length+1},(t,e)=>e)
for(let o=1;o<=t.length;o++){const r=[o]
for(let s=1;s<=e.length;s++){const a=n[s-1]+Number(t[o-1]!==e[s-1])
r.push(Math.min(a,n[s]+1,r[s-1]+1))}n=r}return n[e.length]}function a(t,e){if("string"!=typeof t||t.length>80)return""
const n=t.toLowerCase()
let r="",a=Math.floor(n.length/3)+1
for(const t of e){const e=s(n,t.toLowerCase())
e<a&&([r,a]=[t,e])}return r&&` (did you mean ${o(r)}?)`}function i(t){const e=encodeURIComponent(t).replace(/%(..)/g,(t,e)=>String.fromCharCode(parseInt(e,16)))
return Uint8Array.from(e,t=>t.charCodeAt(0))}function c(t){let e=""
for(let n=0;n<t.length;n+=8192)e+=String.fromCharCode(...t.subarray(n,n+8192))
const n=t=>`%${t.charCodeAt(0).toString(16)}`
try{return decodeURIComponent(e.replace(/[%\x80-\xff]/g,n))}catch(t){if("URIError"!==t.name)throw t
return}}var f=t=>Object.prototype.toString.call(t).slice(8,-1),l=t=>"string"==typeof t?r(t):o(Object(t)===t?f(t):String(t)),u=(e,n,o,r="LORA_E_TYPE")=>t(r,`${e} must be ${n}, got ${l(o)}`)
function h(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function d(e,n,r){h(n)||u(`${e}: the argument`,"an object of options",n)
const s={...r}
for(const[i,c]of Object.entries(n)){Object.hasOwn(r,i)||t("LORA_E_OPTION",`${e} has no option ${o(i)}${a(i,Object.keys(r))}; it has `+Object.keys(r).join(", "))
void 0!==c&&(s[i]=c)}return s}var p={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},m=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function g(t){let e
const n=t?.[m]
"function"==typeof n&&n(t=>e=t)
return e}var _=["A","B","momentA","momentB","squaresA","squaresB","waitingA","waitingB"],b=_.indexOf("waitingA"),y="numbers",$="forward",w=["learningRate","weightDecay","clipNorm","ratio","beta1","beta2","epsilon","maxDeltaNorm","decayToBase","explore"],O=[["input","inputs","in"],["output","outputs","out"],["gradient","gradients","out"]]
function A(t){if(!("scopes"in t))return[""]
const e=Object.values(t.categories).filter(t=>t.length>0)
return[...t.scopes.map(t=>`scopes.${t}.`),...e.map((t,e)=>`categories.${e}.`)]}var v=(t,e)=>[t.rank,e%2==0?t.in:t.out]
function E(t,e){t.p()
const{buffer:n,byteOffset:o}=t.f
return new Float64Array(n,o,e)}function j(t,e,n){const o=8===n.BYTES_PER_ELEMENT?"F64":4===n.BYTES_PER_ELEMENT?"F32":2===n.BYTES_PER_ELEMENT?"F16":"U8",{buffer:r,byteOffset:s,byteLength:a}=n
return{name:t,dtype:o,shape:e,bytes:new Uint8Array(r,s,a)}}var k=({bytes:t})=>t.slice().buffer,L=t=>new Float32Array(k(t)),F=t=>new Float64Array(k(t)),R={F32:L,F16:t=>Float32Array.from(new Uint16Array(k(t)),N),BF16:t=>new Float32Array(Uint32Array.from(new Uint16Array(k(t)),t=>t<<16).buffer)},M=Object.keys(R)
function x(t){const n=R[t.dtype](t),o=n.findIndex(t=>!Number.isFinite(t))
o>=0&&e(`tensor ${r(t.name)}: number ${o} is ${n[o]}`)
return n}function N(t){const e=32768&t?-1:1,n=t>>10&31,o=1023&t
return 31===n?0===o?e*(1/0):NaN:0===n?e*o*2**-24:e*(1+o*2**-10)*2**(n-15)}var I=[[/^version https:\/\/git-lfs/,"a Git LFS pointer and not the file itself; run git lfs pull"],[/^(\xef\xbb\xbf|\ufeff)?\s*<[!?a-z]/i,"an HTML or XML page; the download went wrong"],[/^PK\x03\x04/,"a zip archive, such as torch.save writes"],[/^\x80[\x02-\x05]/,"a pickle, such as torch.save writes"]]
function S(t){const e="string"==typeof t?t.slice(0,64):String.fromCharCode(...t.subarray(0,64)),[,n]=I.find(([t])=>t.test(e))??[]
return n}function P(t,n,s=/* @__PURE__ */new Map){let a
try{a=JSON.parse(n)}catch(n){e(`${t} is not JSON: ${o(n.message)}`,n)}!function(t,n,o){const s=[]
let a="",i=-1
const c=/\s*:/y
for(const{0:f,index:l}of n.matchAll(/\\.|["{}]/g))if('"'===f&&i<0)i=l
else if('"'===f){const o=n.slice(i,l+1)
i=-1
c.lastIndex=l+1
if(!c.test(n))continue
const f=JSON.parse(o),u=s[s.length-1]
u.has(f)&&e(`${t} has the key ${r(f)} twice`)
u.add(f)
1===s.length&&(a=f)}else{if(i>=0)continue
if("{"===f)s.push(/* @__PURE__ */new Set)
else{const t=s.pop()
1===s.length&&o.set(a,[...t])}}}(t,n,s)
return a}var B=t=>Object(t)===t&&!Array.isArray(t),T="{".charCodeAt(0),U="__metadata__",C=["dtype","shape","data_offsets"],z=new Map(Object.entries({F4:4,F6_E2M3:6,F6_E3M2:6,BOOL:8,U8:8,I8:8,F8_E5M2:8,F8_E4M3:8,F8_E8M0:8,F8_E5M2FNUZ:8,F8_E4M3FNUZ:8,I16:16,U16:16,F16:16,BF16:16,I32:32,U32:32,F32:32,C64:64,F64:64,I64:64,U64:64})),J=t=>z.get(t)??0
function Y(t,e){const n=(t,e)=>t<e?-1:1,o=[...t].sort((t,e)=>J(e.dtype)-J(t.dtype)||n(t.name,e.name))
let r=0
const s=o.map(({name:t,dtype:e,shape:n,bytes:o})=>[t,{dtype:e,shape:n,data_offsets:[r,r+=o.length]}]),a=Object.fromEntries([...e].sort(([t],[e])=>n(t,e))),c={[U]:a,...Object.fromEntries(s)},f=i(JSON.stringify(c)),l=8*Math.ceil(f.length/8),u=new Uint8Array(8+l+r).fill(32,8,8+l)
new DataView(u.buffer).setUint32(0,l,!0)
u.set(f,8)
let h=8+l
for(const{bytes:t}of o){u.set(t,h)
h+=t.length}return u}function W(t,e){const n=ArrayBuffer.isView(e),o=n?e.buffer:e,r="SharedArrayBuffer"===f(o)
r||"ArrayBuffer"===f(o)||u(t,"a Uint8Array or an ArrayBuffer",e)
const s=n?new Uint8Array(o,e.byteOffset,e.byteLength):new Uint8Array(o)
return r?s.slice():s}function q(t){const n=t[8]===T?void 0:S(t)
void 0!==n&&e(`not a safetensors file: it is ${n}`)
t.length<8&&e(`a safetensors file has at least 8 bytes, this one has ${t.length}`)
const o=new DataView(t.buffer,t.byteOffset,8),s=o.getUint32(0,!0)+2**32*o.getUint32(4,!0)
s>1e8&&e(`not a safetensors file: its header would have ${s} bytes, above 100000000`)
const a=8+s
a>t.length&&e(`the file is cut: its header ends at byte ${a}, and there are ${t.length}`)
const i=function(t){const n=c(t)??e("the header is not UTF-8")
n.startsWith("{")||e("the header does not begin with {")
return P("the header",n)}(t.subarray(8,a)),f=function(t){const n=Object.hasOwn(t,U)?t[U]:null
if(null===n)/* @__PURE__ */return new Map
B(n)||e(`${U} is not an object`)
const o=Object.entries(n)
for(const[t,n]of o)"string"!=typeof n&&e(`${U}: ${r(t)} is not a string`)
return new Map(o)}(i),l=Object.entries(i).filter(([t])=>t!==U).map(([n,o])=>{const{dtype:s,shape:i,begin:c,end:f}=function(t,n,o){const s=`tensor ${r(t)}`
B(n)||e(`${s} is not an object`)
for(const t of C)Object.hasOwn(n,t)||e(`${s} has no ${t}`)
const{dtype:a,shape:i,data_offsets:c}=n
"string"!=typeof a&&e(`${s}: its dtype is not a string`)
Array.isArray(i)&&i.every(H)||e(`${s}: its shape is no shape`)
Array.isArray(c)&&2===c.length&&c.every(H)||e(`${s}: its data_offsets are not two positions`)
let f=J(a)||1
for(const t of i){f*=t
Number.isSafeInteger(f)||e(`${s}: its shape overflows`)}const[l,u]=c
u>o&&e(`${s} ends at byte ${u} of the data, which has ${o}`)
const h=u-l
h<0&&e(`${s} ends at byte ${u} of the data, before it begins at ${l}`)
z.has(a)&&f!==8*h&&e(`${s} takes ${f/8} bytes by its shape, and ${h} by its data_offsets`)
return{dtype:a,shape:i,begin:l,end:u}}(n,o,t.length-a)
return[c,f,{name:n,dtype:s,shape:i,bytes:t.subarray(a+c,a+f)}]})
l.sort(([t,e],[n,o])=>t-n||e-o)
let u=0
for(const[t,n,{name:o}]of l){t!==u&&e(`tensor ${r(o)} begins at byte ${t} of the data, not at ${u}`)
u=n}a+u!==t.length&&e(`the tensors end at byte ${a+u}, the file at ${t.length}`)
return{metadata:f,tensors:new Map(l.map(([,,t])=>[t.name,t]))}}var D,H=t=>Number.isSafeInteger(t)&&t>=0,G="microlora.",Z="format",V=`${G}checksum`,K="00000000",X=["MicroLoRA","ScopedLoRA","TrajectoryBuffer"]
function Q(t){const e=i(`"${V}":"`)
for(let n=t.indexOf(e[0]);n>=0;n=t.indexOf(e[0],n+1))if(e.every((e,o)=>t[n+o]===e))return n+e.length
return-1}var tt=(t,e)=>function(t){D??=Int32Array.from({length:256},(t,e)=>{let n=e
for(let t=0;t<8;t++)n=n>>>1^(1&n?3988292384:0)
return n})
let e=-1
for(const n of t)for(let t=0;t<n.length;t++)e=D[255&(e^n[t])]^e>>>8
return(~e>>>0).toString(16).padStart(8,"0")}([t.subarray(0,e),i(K),t.subarray(e+8)])
function et(t,e,n,o){const r=Object.entries({version:String(1),kind:t,...e,checksum:K}),s=Y(o,[[Z,"pt"],...r.map(([t,e])=>[G+t,e]),...n]),a=Q(s)
s.set(i(tt(s,a)),a)
return s}function nt(t){const{metadata:n,tensors:r}=q(t),s=n.get(`${G}version`),a=t=>n.get(G+t)??e(`the metadata has no ${G}${t}`),i=[...n].filter(([t])=>!ot(t))
if(void 0===s)return{kind:void 0,strings:i,tensors:r,part:a}
s!==String(1)&&e(`written by another version of microlora, in format ${o(s)}; this one reads 1`)
const c=a("checksum"),f=Q(t),l=f<0?void 0:tt(t,f)
c!==l&&e(`the file is damaged: its checksum is ${l??"not found"}, it says ${o(c)}`)
const u=X.find(t=>t===a("kind"))
void 0===u&&e(`there is no kind ${o(a("kind"))} of object`)
return{kind:u,strings:i,tensors:r,part:a}}var ot=t=>t===Z||t.startsWith(G)
function rt(e,n){return Object.entries(n).map(([n,o])=>{"string"!=typeof o&&t("LORA_E_TYPE",`${e}: ${r(n)} must be a string, got ${typeof o}`)
ot(n)&&t("LORA_E_OPTION",`${e}: ${r(n)} is a name of the file's own; choose another`)
st(e,n)
st(e,o)
return[n,o]})}function st(e,n){/\p{Surrogate}/u.test(n)&&t("LORA_E_OPTION",`${e}: ${r(n)} is not well-formed text`)}var at={d:t=>/\p{Nd}/u.test(t),s:t=>/[\s\x1c-\x1f\x85]/.test(t)&&"\ufeff"!==t,w:t=>/[\p{L}\p{N}_]/u.test(t)},it=t=>void 0!==t&&at.w(t),ct=(t,e)=>it(t[e-1])!==it(t[e]),ft={"^":(t,e)=>0===e,"\\A":(t,e)=>0===e,"\\Z":(t,e)=>e===t.length,$:(t,e)=>e===t.length||e===t.length-1&&"\n"===t[e],"\\b":ct,"\\B":(t,e)=>!ct(t,e)
},lt=t=>t.codePointAt(0),ut="adapter_config.json",ht="adapter_model.safetensors",dt="base_model.model.",pt=[".lora_A.weight",".lora_B.weight"],mt=["auto_mapping","base_model_name_or_path","revision","task_type","peft_version","inference_mode","runtime_config","megatron_core","merge_weights","fan_in_fan_out","target_modules","exclude_modules","layers_to_transform","layers_pattern","lora_dropout","eva_config","corda_config","loftq_config","lora_ga_config","bias","modules_to_save","trainable_token_indices","ensure_weight_tying","qalora_group_size"],gt=["peft_type","r","lora_alpha","use_rslora","rank_pattern","alpha_pattern","init_lora_weights"],_t=[!0,!1,null,"gaussian","eva","orthogonal","mica"],bt=/^(pissa|olora|corda|loftq|lora_ga)/,yt=t=>o(String(JSON.stringify(t))),$t=t=>null===t||!1===t||Array.isArray(t)&&0===t.length,wt=t=>Number.isInteger(t)&&t>0
function Ot({name:t,entries:o,compiled:s},a,i){const c=[...a],[,f]=o.find(([o])=>(o=>n(`${ut}: the pattern ${r(o)} in ${t}`,()=>{const t=s.get(o)??function(t){const n=[{to:[]},{holds:ft.$,to:[0]}],o=t.length<2e4?function(t,n){let o=0,r=!1
const s=/* @__PURE__ */new Set,a=()=>e(`what begins at its character ${o+1} is not supported`),i=e=>{e.lastIndex=o
const n=e.exec(t)
o+=null===n?0:n[0].length
return n},c=t=>r?(t=>e=>{const n=e.toUpperCase()
return[e,e.toLowerCase(),n,n.toLowerCase()].some(n=>n.length<=e.length&&t(n))})(t):t,f=t=>e=>n({takes:t,to:[e]})
function l(t){t>100&&a()
const e=[u(t)]
for(;i(/\|/y);)e.push(u(t))
return t=>n({to:e.map(e=>e(t))})}function u(e){const r=[]
for(;o<t.length&&"|"!==t[o]&&")"!==t[o];){const t=i(/\\[AZbB]|[$^]/y),o=null===t?void 0:ft[t[0]]
r.push(void 0===o?m(h(e)):t=>n({holds:o,to:[t]}))}return t=>r.reduceRight((t,e)=>e(t),t)}function h(t){void 0!==p()&&a()
if(i(/\./y))return f(t=>"\n"!==t)
if(i(/\[/y))return f(function(){const t=null!==i(/\^/y),e=[]
do{const{takes:t,char:n}=d(/\\[^a-z\d]|[^\\]/isuy)
if(!i(/-(?!\])/y)){e.push(t)
continue}const{char:o}=d(/\\[^a-z\d]|[^\\]/isuy);(void 0===n||void 0===o||lt(n)>lt(o))&&a()
e.push(t=>lt(t)>=lt(n)&&lt(t)<=lt(o))}while(!i(/\]/y))
const n=c(t=>e.some(e=>e(t)))
return e=>n(e)!==t}())
const e=i(/\((?:\?P<([^\W\d]\w*)>|\?:|\?(i):|(?!\?))/y)
if(null===e)return f(c(d(/\\[^a-z\d]|[^\\()[]/isuy).takes))
const[,n,o]=e
void 0!==n&&s.size===s.add(n).size&&a()
const u=r
r||=void 0!==o
const h=l(t+1)
i(/\)/y)||a()
r=u
return h}function d(t){const[,e]=i(/\\([dsw])/iy)??[]
if(void 0!==e){const t=at[e.toLowerCase()]
return{takes:e in at?t:e=>!t(e)}}const[n]=i(t)??a(),[o]=[...n].slice(-1)
return{takes:t=>t===o,char:o}}function p(){const t=i(/[*+?]|\{(?!\})(\d*)(,?)(\d*)\}/y)
if(null===t)return
const[e,n="",o,r]=t,s="+"===e?1:Number(n)
return"?"===e?[0,1]:[s,""===o&&""===r?s:Number(r||1/0)]}function m(t){const e=p()
if(void 0===e)return t
const[o,r]=e
i(/\?/y);(r<o||void 0!==p())&&a()
return e=>{let s=e
if(r===1/0){const o=[e]
s=n({to:o})
o.push(t(s))}else for(let a=o;a<r;a++)s=n({to:[t(s),e]})
for(let e=0;e<o;e++)s=t(s)
return s}}const g=l(0)
o<t.length&&a()
return g}(t,t=>n.length<2e4?n.push(t)-1:e("it is too large"))(1):e("it is too large"),r=new Float64Array(n.length)
let s=0
return t=>{t.length*n.length>2e7&&e("it is too large for so long a name")
const a=t.indexOf("\n")
let i=[]
for(let e=0;e<=t.length;e++){(0===e||"."===t[e-1]&&(a<0||e<=a))&&i.push(o)
s++
const c=[]
for(;i.length>0;){const o=i.pop()
if(0===o)return!0
if(r[o]===s)continue
r[o]=s
const{takes:a,holds:f,to:l}=n[o]
void 0===a?(void 0===f||f(t,e))&&i.push(...l):e<t.length&&a(t[e])&&c.push(...l)}i=c}return!1}}(o)
s.set(o,t)
return t(c)}))(o))??o.find(([t])=>t===a)??[a,i]
return f}import{TrajectoryBuffer}from"./microlora.workerd.js"
function At({part:t},e,n){const o=P(`microlora.${e}`,t(e))
vt(`microlora.${e}`,o,n,n.length)
return o}function vt(t,n,o,s){B(n)||e(`${t} is not an object`)
const a=Object.keys(n)
for(const n of a)o.includes(n)||e(`${t} has ${r(n)}, which is unknown`)
a.length<s&&e(`${t} must have ${o.join(", ")}`)}var Et=["embedding","operator","attention"],jt=["executionMs","baselineMs"],kt=["capacity","dim","operators","length","totalCount"]
function Lt(t,e={}){const n=d("save",e,{metadata:{}})
h(n.metadata)||u("save: metadata","an object of strings",n.metadata)
const o=rt("save: metadata",n.metadata),r=g(t)?.e??t,s=g(r),a=X.find(t=>t===s?.k)??u("save: the object",`a ${X.join(", ")} of this release`,t)
if("TrajectoryBuffer"===a)return et(a,function(t){const{capacity:e,dim:n,operators:o,length:r,totalCount:s}=t
return{object:JSON.stringify({capacity:e,dim:n,operators:o,length:r,totalCount:s})}}(r),o,function(t){const e=[...t],n=new Float32Array(e.length*t.dim)
e.forEach(({embedding:e},o)=>n.set(e,o*t.dim))
const[o,...r]=Et
return[j(o,[e.length,t.dim],n),...r.map(t=>j(t,[e.length],Uint8Array.from(e,e=>e[t]))),...jt.map(t=>j(t,[e.length],Float64Array.from(e,e=>e[t])))]}(r))
const i=s
i.H()
return et(a,function(t){const{in:e,out:n,rank:o,residual:r,optimizer:s,seed:a,batch:i,sharedIO:c}=t,f="scopes"in t?{scopes:t.scopes,categories:t.categories,categoryFallback:t.categoryFallback}:{},l={in:e,out:n,rank:o,residual:r,optimizer:s,seed:a,batch:i,sharedIO:c,rows:t.u}
return{object:JSON.stringify({...l,...f}),options:(u=Ft(t),JSON.stringify(u,(t,e)=>Object.is(e,-0)?"-0":e).replaceAll('"-0"',"-0"))}
var u}(i),o,function(t){const e=[]
A(t).forEach((n,o)=>{st("save: the name of a scope",n)
_.forEach((r,s)=>{const a=Mt(t,o,s)
void 0!==a&&e.push(j(n+r,v(t,s),a))})
e.push(Rt(n+y,t,t.a("read_numbers",o)))})
e.push(Rt($,t,t.a("read_forward")))
for(const[n,o,r]of O){const s=t[o],a=1+s.findLastIndex(t=>t.some(t=>!Object.is(t,0)))
if(0===a)continue
const i=new Float32Array(a*t[r])
for(let e=0;e<a;e++)i.set(s[e],e*t[r])
e.push(j(n,[a,t[r]],i))}return e}(i))}function Ft(t){const e=e=>w.map((n,o)=>t.a("option",e,o)),n=e(0),o=A(t).map((t,o)=>{const r=e(o),s=w.map((t,e)=>[t,r[e]])
return[t,Object.fromEntries(s.filter(([,t],e)=>!Object.is(t,n[e])))]})
return{all:{alpha:t.alpha,...Object.fromEntries(w.map((t,e)=>[t,n[e]]))},others:Object.fromEntries(o.filter(([,t])=>Object.keys(t).length>0))}}var Rt=(t,e,n)=>j(t,[n],E(e.c,n).slice())
function Mt(t,e,n){const{c:o,d:r}=t,[s,a]=v(t,n),i=new Float32Array(s*a)
for(let t=0;t<s;t++){if(o.b.lora_read_row(r,e,n,t)===p.LORA_E_STATE)return
i.set(o.f.subarray(0,a),t*a)}return i}function xt(e,n){const o=d("exportPeft",n,{module:void 0,baseModel:null,dtype:"F32"}),{module:r,baseModel:s}=o
"string"==typeof r&&""!==r||u("exportPeft: module","the module's name in the base model, as query",r)
null!==s&&"string"!=typeof s&&u("exportPeft: baseModel","a name or path",s)
const i=1===function(e,n,o){const r=o.indexOf(n)
r<0&&t("LORA_E_OPTION",`exportPeft: dtype must be one of ${o.join(", ")}, got ${l(n)}${a(n,o)}`)
return r}(0,o.dtype,["F32","F16"]),c=g(g(e)?.e??e)
void 0===c?.m&&u("exportPeft: the adapter","a MicroLoRA or a ScopedLoRA of this release",e)
const f=c
f.H()
const h=function(t,e){if(!("scopes"in t))return[[e,0]]
const n=Object.values(t.categories).filter(t=>t.length>0)
return t.scopes.map((o,r)=>{const s=1!==E(t.c,t.a("read_numbers",r))[4]&&t.categoryFallback?n.findIndex(t=>t.includes(o)):-1
return[`${e}.${o}`,s<0?r:t.scopes.length+s]})}(f,r),p=h.flatMap(([e,n])=>{st("exportPeft: module",e)
return pt.map((o,r)=>function(e,n,o,r,s){const{rank:a,in:i,out:c}=e
let f=Mt(e,n,o)
if(1===o){const t=f
f=t.map((e,n)=>t[n%a*c+Math.floor(n/a)])}return j(r,1===o?[c,a]:[a,i],s?((e,n)=>Uint16Array.from(n,n=>{const o=Math.abs(n),r=n<0||Object.is(n,-0)?32768:0,s=Math.max(Math.floor(Math.log2(o)),-14),a=function(t){const e=Math.floor(t),n=t-e
return n>.5||.5===n&&e%2==1?e+1:e}(o*2**(10-s)),i=0===o?0:a+(s+14<<10)
i>=31744&&t("LORA_E_RANGE",`${e}: ${n} is too large for F16; use F32`)
return r|i}))(`exportPeft: ${r}`,f):f)}(f,n,r,dt+e+o,i))})
return{[ut]:Nt(f,h.map(([t])=>t),s),[ht]:Y(p,[["format","pt"]])}}function Nt({alpha:t,rank:e},n,o){const r={alpha_pattern:{},base_model_name_or_path:o,bias:"none",fan_in_fan_out:!1,inference_mode:!0,lora_alpha:It(t,e),peft_type:"LORA",r:e,rank_pattern:{},target_modules:n,task_type:null,use_dora:!1,use_rslora:!1}
return`${JSON.stringify(r,null,2)}\n`}function It(t,e){const n=t*e,[o]=new BigInt64Array(Float64Array.of(n).buffer),r=new Float64Array(BigInt64Array.of(o,o+1n,o-1n).buffer).filter(n=>Math.fround(n/e)===Math.fround(t))
return r.find(n=>n/e===t)??r[0]??n}import{MicroLoRA}from"./microlora.workerd.js"
import{LoraError as St}from"./microlora.workerd.js"
var Pt="its own weights were saved, not only an adapter",Bt=[[/\.lora_magnitude_vector(\.weight)?$/,"DoRA needs the weights of the base model"],[/\.lora_embedding_[AB]$/,"it adapts an embedding, which multiplies nothing"],[/\.lora_[AB]\.bias$/,"A or B has a bias"],[/\.lora_(magnitude_vector|(embedding_)?[AB])\.[^.]+(\.weight|\.bias)?$/,"its names have the adapter's name in them; save it with save_pretrained"],[/\.lora_[^.]+(\.[^.]+)?$/,"it has more than an A and a B"],[/(\.token_adapter)?\.trainable_tokens_[^.]+(\.[^.]+)?$/,"some of its tokens were trained"],[/\.modules_to_save\..+$/,Pt],[/(\.base_layer)?\.weight$/,Pt],[/(\.base_layer)?\.bias$/,"its bias in the base model was trained"],[/\.[^.]+$|$/,"it has no A and B of LoRA"]]
function Tt(t,e){for(let n=t.lastIndexOf(".");n>0;n=t.lastIndexOf(".",n-1))if(e.has(t.slice(0,n)))return t.slice(0,n)}function Ut(t,n,{factors:r,reason:s}){void 0!==s&&e(s)
const[a,i]=pt.map((t,n)=>{const s=t.slice(1),a=r[n]??e(`it has no ${s}`),{dtype:i,shape:c}=a
M.includes(i)||e(`its ${s} is ${o(i)}; ${M.join(", ")} can be read`)
2!==c.length&&e(`its ${s} has ${c.length} dimensions; only linear layers, with 2, are read`)
return a}),{rank:c,alpha:f}=function({r:t,lora_alpha:n,use_rslora:o,ranks:r,alphas:s},a){const i=Ot(r,a,t),c=Ot(s,a,n)
wt(i)||e(`${ut}: its rank is ${yt(i)}`)
Number.isFinite(c)||e(`${ut}: its alpha is ${yt(c)}`)
return{rank:i,alpha:c/(o?Math.sqrt(i):i)}}(t,n),l={module:n,in:a.shape[1],out:i.shape[0],rank:c,alpha:f};[a.shape[0],i.shape[1]].forEach((t,n)=>{if(t===c)return
const o=[a,i][n].shape.join()
e(`its ${pt[n].slice(1)} is [${o}], but ${ut} says rank ${c}`)})
for(const[t,n,o]of[["rank",c,64],["in",l.in,16384],["out",l.out,16384]])(n<1||n>o)&&e(`its ${t} is ${n}; an adapter has 1 to ${o}`)
Number.isFinite(Math.fround(f))||e(`its alpha, ${f}, is too large`)
return{...l,A:a,B:i}}var Ct=["dim","in","out","rank","alpha"]
function zt(s,a={}){h(s)||u("importPeft: files",`an object of ${ut} and ${ht}`,s)
h(a)||u("importPeft: the options","an object",a)
const{module:i,residual:f,...l}=a
for(const e of Ct)void 0!==l[e]&&t("LORA_E_OPTION",`importPeft: the files say ${e}`)
const d=function(t){const n=/* @__PURE__ */new Map,r=P(ut,t,n)
B(r)||e(`${ut} is not an object`)
const s=r,a=(t,e)=>Object.hasOwn(s,t)?s[t]:e,i=(t,n)=>e(`${ut}: ${o(t)} is ${yt(a(t,void 0))}; ${n}`)
"LORA"!==a("peft_type",void 0)&&i("peft_type",'only "LORA" is read')
for(const t of Object.keys(s))mt.includes(t)||gt.includes(t)||$t(s[t])||i(t,"with it A and B may mean something else than in plain LoRA; merge or convert it in Python")
const c=a("init_lora_weights",!0)
bt.test(c)&&i("init_lora_weights","this also changes the base model; save it in Python with path_initial_model_for_weight_conversion")
_t.includes(c)||i("init_lora_weights","this is not known")
const f=a("r",8)
wt(f)||i("r","it must be a whole number above 0")
const l=a("lora_alpha",8)
Number.isFinite(l)||i("lora_alpha","it must be a number")
const u=a("use_rslora",!1)??!1
"boolean"!=typeof u&&i("use_rslora","it must be true or false")
const[h,d]=["rank_pattern","alpha_pattern"].map(t=>{const e=a(t,null)??{}
B(e)||i(t,"it must be an object")
return{name:t,entries:(n.get(t)??[]).map(t=>[t,e[t]]),compiled:/* @__PURE__ */new Map}})
return{r:f,lora_alpha:l,use_rslora:u,ranks:h,alphas:d}}(function(t){const n="string"==typeof t?t:W(`importPeft: ${ut}`,t),o=S(n)
void 0!==o&&e(`${ut} is ${o}`)
const r="string"==typeof n?n:c(n)
void 0===r&&e(`${ut} is not UTF-8`)
return r.replace(/^\ufeff/,"")}(Jt(s,ut))),p=function(t){const e=/* @__PURE__ */new Map,n=t=>{const n=e.get(t)??{factors:[],rule:Bt.length,reason:void 0}
e.set(t,n)
return n},r=[]
for(const[e,o]of t){const t=e.startsWith(dt)?e.slice(17):e,s=pt.findIndex(e=>t.endsWith(e))
if(s<0){r.push(t)
continue}const a=n(t.slice(0,-pt[s].length))
void 0!==a.factors[s]&&(a.reason=`it has two of ${pt[s]}`)
a.factors[s]=o}const s=new Set(e.keys())
for(const t of r){const e=Tt(t,s),r=void 0===e?t:t.slice(e.length),a=Bt.findIndex(([t])=>t.test(r)),[i,c]=Bt[a],f=e??t.replace(i,""),l=n(f)
if(!(a>=l.rule)){l.rule=a
l.reason=`${c} (${o(t.slice(f.length+1)||t)})`}}return e}(q(W(`importPeft: ${ht}`,Jt(s,ht))).tensors)
if(void 0===i)return((t,e)=>[...e].map(([e,n])=>{try{const{A:o,B:r,...s}=Ut(t,e,n)
return s}catch(t){if(!(t instanceof St))throw t
return{module:e,reason:t.message}}}))(d,p)
"string"!=typeof i&&u("importPeft: module","a module's name",i)
const m=p.get(i)??e(function(t,e){const n=e.filter(e=>e.endsWith(`.${t}`)||t.endsWith(`.${e}`)),o=n.length>0?n:e,s=o.length>3?` and ${o.length-3} more`:"",a=o.slice(0,3).map(r).join(", ")+s,i=n.length>0?`did you mean ${a}?`:`there are ${a||"none"}`
return`importPeft: there is no module ${r(t)}; ${i}`}(i,[...p.keys()])),g=n(`importPeft: the module ${r(i)} cannot be read`,()=>Ut(d,i,m))
return function({in:e,out:n,rank:o,alpha:r,A:s,B:a},i,c){"boolean"!=typeof i&&u("importPeft: residual","true or false",i)
i&&e!==n&&t("LORA_E_SHAPE",`importPeft: residual needs in equal to out; this is ${e} to ${n}`)
const f=x(s),l=x(a),h=l.map((t,e)=>l[e%n*o+Math.floor(e/n)]),d=new MicroLoRA({...c,...i?{dim:e}:{in:e,out:n},rank:o,alpha:r})
try{d.setWeights({A:f,B:h})
return d}catch(t){d.free()
throw t}}(g,f??g.in===g.out,l)}function Jt(t,n){return t[n]??e(`importPeft: there is no ${n} (a pickled .bin is not read)`)}function Yt(t){const{kind:e,strings:n,tensors:o}=nt(W("inspect: the file",t))
return{kind:e,metadata:Object.fromEntries(n),tensors:[...o.values()].map(({name:t,dtype:e,shape:n})=>({name:t,dtype:e,shape:n}))}}import{LoraError as Wt}from"./microlora.workerd.js"
import{MicroLoRA as qt,ScopedLoRA}from"./microlora.workerd.js"
var Dt="in out rank residual optimizer seed batch sharedIO rows".split(" "),Ht=[...Dt,"scopes","categories","categoryFallback"],Gt=[0,1,4,5,2,3,6,7]
function Zt(n,o){if(o>=0)return
o===p.LORA_E_MEMORY&&t("LORA_E_MEMORY","load: the arena is full; free() other objects or call engine.grow(bytes)")
const[r]=Object.entries(p).find(([,t])=>t===o)??[o]
e(`${n} is not what it can be (${r})`)}function Vt({c:t},e){const n=F(e)
Zt(e.name,t.b.lora_reserve_transfer(2*n.length))
E(t,n.length).set(n)}var Kt=["LORA_E_MEMORY","LORA_E_INIT","LORA_E_FILE"]
function Xt(n,s={}){const{engine:a,expect:i}=d("load",s,{engine:void 0,expect:{}})
void 0!==a&&void 0===g(a)?.b&&t("LORA_E_OPTION","load: engine must come from init or createEngine")
h(i)||u("load: expect","an object of strings",i)
const c=rt("load: expect",i),{kind:f,strings:l,tensors:m,part:E}=nt(W("load: the file",n))
void 0===f&&e("this safetensors file was not written by save(); importPeft reads adapters of PEFT")
!function(t,n){for(const[s,a]of n){if(t.get(s)===a)continue
const n=t.get(s),i=void 0===n?"not given":r(n)
e(`the file is for something else: ${o(s)} is ${i}, expected ${r(a)}`)}}(new Map(l),c)
const j=function(t,n){const r=new Map(n)
return{part:t,take(t,n,s){const a=r.get(t)??e(`the tensor ${o(t)} is missing`)
r.delete(t)
if(a.dtype!==n||a.shape.join()!==s.join()){const r=o(`${a.dtype} [${a.shape}]`)
e(`the tensor ${o(t)} is ${r}, not ${n} [${s}]`)}return a},find:t=>r.get(t),end(){for(const t of r.keys())e(`the tensor ${o(t)} does not belong there`)}}}(E,m)
let k
try{const{object:t,fill:n}="TrajectoryBuffer"===f?function(t,e){const{length:n,totalCount:o,...r}=At(t,"object",kt),{take:s,end:a}=t,i=new TrajectoryBuffer({...r,engine:e})
return{object:i,fill(){const{dim:t}=i,e=L(s("embedding","F32",[n,t])),[r,c]=["operator","attention"].map(t=>s(t,"U8",[n]).bytes),[f,l]=jt.map(t=>F(s(t,"F64",[n])))
a()
for(let o=0;o<n;o++){const n=e.subarray(o*t,(o+1)*t)
i.record(n,r[o],c[o],f[o],l[o])}g(i).a("trajectory_set_total_count",o)}}}(j,a):function(t,n,o){const r=At(n,"object",t?Ht:Dt),{all:s,others:a}=At(n,"options",["all","others"])
vt("microlora.options: all",s,["alpha",...w],w.length+1)
const{rows:i,residual:c,in:f,out:l,...u}=r
!0!==c&&!1!==c&&e("residual is neither true nor false")
c&&f!==l&&e(`residual: in is ${f}, and out ${l}`)
const h={...u,...c?{dim:f}:{in:f,out:l},alpha:s.alpha,engine:o},d=new(t?ScopedLoRA:qt)(h),m=g(d)
return{object:d,fill(){const t=A(m)
vt("microlora.options: others",a,t,0)
t.forEach((t,o)=>{const r=a[t]??{}
vt(`the options of ${t}`,r,w,0)
!function(t,n,o){const{c:r,d:s}=t,a=(t,o)=>{"number"!=typeof o&&e(`the option ${t} is not a number`)
const a=w.indexOf(t)
Zt(`the option ${t}`,r.b.lora_set_option(s,n,a,o))}
a("beta1",0)
a("beta2",o.beta2)
for(const t of w)a(t,o[t])}(m,o,{...s,...r})
!function(t,e,n,{take:o,find:r}){const{c:s,d:a}=t
for(const i of Gt){const c=e+_[i],f=()=>s.b.lora_read_row(a,n,i,0)===p.LORA_E_STATE
if(i>=b?void 0===r(c):f())continue
const l=v(t,i),[u,h]=l,d=L(o(c,"F32",l))
for(let t=0;t<u;t++){s.f.set(d.subarray(t*h,(t+1)*h))
Zt(`the tensor ${c}`,s.b.lora_write_row(a,n,i,t))}}const i=t.a("read_numbers",n)
Vt(t,o(e+y,"F64",[i]))
Zt(`the tensor ${e}${y}`,s.b.lora_write_numbers(a,n,i))}(m,t,o,n)})
Number.isInteger(i)&&i>=1&&i<=m.batch||e(`rows is ${i}, of a batch of ${m.batch}`)
!function(t,{take:n,find:o,end:r}){t.H()
const{c:s,d:a}=t,i=O.map(([r,s,a])=>{const i=o(r)?.shape[0]??0
i>t.batch&&e(`the tensor ${r} has more rows than the batch`)
const c=t[a],f=0===i?void 0:L(n(r,"F32",[i,c]))
return{rows:t[s],length:c,count:i,all:f}}),c=o($)?.shape[0]??0,f=n($,"F64",[c])
r()
Vt(t,f)
Zt(`the tensor ${$}`,s.b.lora_write_forward(a,c))
for(const{rows:t,length:e,count:n,all:o}of i)t.forEach((t,r)=>{t.fill(0)
void 0!==o&&r<n&&t.set(o.subarray(r*e,(r+1)*e))})}(m,n)
m.u=i}}}("ScopedLoRA"===f,j,a)
k=t
n()
return t}catch(t){k?.free()
if(!(t instanceof Wt)||Kt.includes(t.code))throw t
if(t.message.startsWith("engine "))throw t
return e(`the file holds what cannot be: ${t.message}`,t)}}export{xt as exportPeft,zt as importPeft,Yt as inspect,Xt as load,Lt as save}

